//! Reads files into tokens, and tokens into the paths they name.
//!
//! This is no parser: comments and literals are dropped, `use` trees are unfolded, and of the rest
//! every `a::b::c` is a path. Macros may hide a path from it; ours do not.

use std::fs;
use std::path::Path;

/// One file: where it is, from the repository's root, and what it says.
pub(crate) struct Source {
    pub(crate) path: String,
    pub(crate) text: String,
}

impl Source {
    pub(crate) fn new(path: &str, text: &str) -> Self {
        Self { path: path.into(), text: text.into() }
    }
}

/// A path named in a file, and the name it gets there.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Import {
    pub(crate) path: Vec<String>,
    pub(crate) name: String,
}

/// Every text file of the repository, in order of path, without what is built or hidden.
pub(crate) fn tree(root: &Path) -> Vec<Source> {
    let mut found = Vec::new();
    walk(root, root, &mut found);
    found.sort_by(|a, b| a.path.cmp(&b.path));
    found
}

fn walk(root: &Path, folder: &Path, found: &mut Vec<Source>) {
    let entries = fs::read_dir(folder).expect("the repository can be read");
    for entry in entries {
        let entry = entry.expect("the repository can be read");
        let name = entry.file_name().to_string_lossy().into_owned();
        let hidden = name.starts_with('.') && ![".ci", ".config"].contains(&name.as_str());
        if hidden || ["target", "corpus", "artifacts", "mutants.out"].contains(&name.as_str()) {
            continue;
        }
        let path = entry.path();
        if path.is_dir() {
            walk(root, &path, found);
        } else if let Ok(text) = fs::read_to_string(&path) {
            let from_root = path.strip_prefix(root).expect("the walk began at the root");
            let path = from_root.to_string_lossy().replace('\\', "/");
            found.push(Source { path, text });
        }
    }
}

/// Identifiers, numbers, `::` and single signs; no comments, no literals, no lifetimes.
pub(crate) fn tokens(text: &str) -> Vec<String> {
    let chars: Vec<char> = text.chars().collect();
    let at = |i: usize| chars.get(i).copied().unwrap_or('\0');
    let mut tokens = Vec::new();
    let mut i = 0;
    while i < chars.len() {
        match (at(i), at(i + 1)) {
            ('/', '/') => i = line_end(&chars, i),
            ('/', '*') => i = comment_end(&chars, i),
            ('"', _) => i = string_end(&chars, i + 1),
            ('\'', '\\') => {
                i += 3;
                while i < chars.len() && at(i) != '\'' {
                    i += 1;
                }
                i += 1;
            }
            ('\'', _) if at(i + 2) == '\'' => i += 3,
            (':', ':') => {
                tokens.push("::".into());
                i += 2;
            }
            (c, _) if c.is_alphanumeric() || c == '_' => {
                let start = i;
                while at(i).is_alphanumeric() || at(i) == '_' {
                    i += 1;
                }
                let word: String = chars[start..i].iter().collect();
                match raw_string_end(&chars, &word, i) {
                    Some(end) => i = end,
                    None => tokens.push(word),
                }
            }
            (c, _) => {
                if !c.is_whitespace() && c != '\'' {
                    tokens.push(c.into());
                }
                i += 1;
            }
        }
    }
    tokens
}

fn line_end(chars: &[char], start: usize) -> usize {
    chars[start..].iter().position(|&c| c == '\n').map_or(chars.len(), |length| start + length)
}

fn comment_end(chars: &[char], start: usize) -> usize {
    let (mut i, mut depth) = (start, 0);
    while i < chars.len() {
        match chars[i..] {
            ['/', '*', ..] => (depth, i) = (depth + 1, i + 2),
            ['*', '/', ..] => (depth, i) = (depth - 1, i + 2),
            _ => i += 1,
        }
        if depth == 0 {
            break;
        }
    }
    i
}

fn string_end(chars: &[char], start: usize) -> usize {
    let mut i = start;
    while i < chars.len() && chars[i] != '"' {
        i += if chars[i] == '\\' { 2 } else { 1 };
    }
    i + 1
}

/// The end of `r#"..."#`, where `word` is the `r` and `start` is after it.
fn raw_string_end(chars: &[char], word: &str, start: usize) -> Option<usize> {
    let hashes = chars[start..].iter().take_while(|&&c| c == '#').count();
    if !["r", "br", "cr"].contains(&word) || chars.get(start + hashes) != Some(&'"') {
        return None;
    }
    let close: Vec<char> = std::iter::once('"').chain(std::iter::repeat_n('#', hashes)).collect();
    let body = start + hashes + 1;
    let length = chars[body..].windows(close.len()).position(|window| window == close);
    Some(length.map_or(chars.len(), |length| body + length + close.len()))
}

/// The same tokens without the items under `#[cfg(test)]`.
pub(crate) fn without_tests(tokens: &[String]) -> Vec<String> {
    const MARK: [&str; 7] = ["#", "[", "cfg", "(", "test", ")", "]"];
    let mut kept = Vec::new();
    let mut i = 0;
    while i < tokens.len() {
        if tokens[i..].iter().take(MARK.len()).eq(MARK) {
            i = item_end(tokens, i + MARK.len());
        } else {
            kept.push(tokens[i].clone());
            i += 1;
        }
    }
    kept
}

fn item_end(tokens: &[String], start: usize) -> usize {
    let mut depth = 0;
    for (i, token) in tokens.iter().enumerate().skip(start) {
        match token.as_str() {
            "(" | "[" | "{" => depth += 1,
            ")" | "]" => depth -= 1,
            "}" => {
                depth -= 1;
                if depth == 0 {
                    return i + 1;
                }
            }
            ";" if depth == 0 => return i + 1,
            _ => {}
        }
    }
    tokens.len()
}

/// What `use` brings in, tree by tree unfolded.
pub(crate) fn uses(tokens: &[String]) -> Vec<Import> {
    let mut found = Vec::new();
    for i in uses_at(tokens) {
        unfold(tokens, i + 1, &[], &mut found);
    }
    found
}

/// Every path the tokens name, by `use` or in the code.
pub(crate) fn paths(tokens: &[String]) -> Vec<Vec<String>> {
    let mut found: Vec<Vec<String>> = uses(tokens).into_iter().map(|import| import.path).collect();
    let mut code = tokens.to_vec();
    for i in uses_at(tokens) {
        let end = item_end(tokens, i);
        code[i..end].fill(";".into());
    }
    let mut i = 0;
    while i < code.len() {
        let start = i;
        let mut path = Vec::new();
        while i < code.len() && is_word(&code[i]) {
            path.push(code[i].clone());
            i += 1;
            if code.get(i).map(String::as_str) != Some("::") {
                break;
            }
            i += 1;
        }
        if path.len() > 1 {
            found.push(path);
        }
        i = i.max(start + 1);
    }
    found
}

fn uses_at(tokens: &[String]) -> Vec<usize> {
    let starts = |i: usize| tokens[i] == "use" && tokens.get(i + 1).is_some_and(|next| next != "<");
    (0..tokens.len()).filter(|&i| starts(i)).collect()
}

/// Unfolds one `use` tree from token `i` on; gives the token after it.
fn unfold(tokens: &[String], mut i: usize, before: &[String], found: &mut Vec<Import>) -> usize {
    let mut path = before.to_vec();
    while let Some(token) = tokens.get(i) {
        match token.as_str() {
            "{" => {
                i += 1;
                while tokens.get(i).is_some_and(|token| token != "}") {
                    i = unfold(tokens, i, &path, found);
                    i += usize::from(tokens.get(i).is_some_and(|token| token == ","));
                }
                return i + 1;
            }
            "as" => {
                let name = tokens.get(i + 1).cloned().unwrap_or_default();
                found.push(Import { path, name });
                return i + 2;
            }
            "::" => {}
            "*" => path.push("*".into()),
            word if is_word(word) => path.push(word.into()),
            _ => break,
        }
        i += 1;
    }
    if path.len() > before.len() {
        if path.len() > 1 && path.last().is_some_and(|last| last == "self") {
            path.pop();
        }
        let name = path.last().cloned().unwrap_or_default();
        found.push(Import { path, name });
    }
    i
}

fn is_word(token: &str) -> bool {
    token.starts_with(|c: char| c.is_alphabetic() || c == '_')
}
