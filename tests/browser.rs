//! The printed sheets in a real browser: what it lays out, not what we wrote.
//!
//! Needs Chromium (`scripts/setup --tests` installs it); where `JADWAL_CHROMIUM` names none and none is
//! found, that is said and nothing is tested.

use std::path::{Path, PathBuf};
use std::process::Command;

/// What the page finds of itself when it is shown.
const PROBE: &str = r##"<script>addEventListener("load",()=>{
const box=e=>e.getBoundingClientRect();
const section=document.querySelector("section[id^=class-]");
const heads=[...section.querySelectorAll("thead th")].slice(-2).map(box);
const range=/^\d\d:\d\d–\d\d:\d\d$/;
const clock=[...document.querySelectorAll("bdi[dir=ltr]")].find(b=>range.test(b.textContent.trim()));
const links=[...document.querySelectorAll("a[href^='#']")];
const dead=links.filter(a=>!document.getElementById(a.getAttribute("href").slice(1))).length;
const overflow=document.documentElement.scrollWidth-document.documentElement.clientWidth;
const visible=what=>[...document.querySelectorAll(what)].filter(e=>box(e).height>0).length;
const names=visible("nav li");
const find=document.getElementById("find");
find.value="1AC-1";find.dispatchEvent(new Event("input",{bubbles:true}));
const only=document.getElementById("only");
only.value=section.id;only.dispatchEvent(new Event("change",{bubbles:true}));
document.title=JSON.stringify({direction:getComputedStyle(document.body).direction,
rightward:heads[1].left>heads[0].left,clock:clock?getComputedStyle(clock).direction:null,dead,overflow,
names,found:visible("nav li"),sheets:visible("section.sheet")});
});</script>"##;

fn chromium() -> Option<PathBuf> {
    let named = std::env::var_os("JADWAL_CHROMIUM").map(PathBuf::from);
    let usual = ["/usr/bin/chromium", "/usr/bin/chromium-browser"].map(PathBuf::from);
    named.into_iter().chain(usual).find(|path| path.exists())
}

fn jadwal(folder: &Path, line: &str) {
    let mut command = Command::new(env!("CARGO_BIN_EXE_jadwal"));
    let done = command.current_dir(folder).args(line.split_whitespace()).output();
    let done = done.expect("the command starts");
    assert!(done.status.success(), "{line}: {}", String::from_utf8_lossy(&done.stderr));
}

/// What the probe found in a window of this width.
fn probe(browser: &Path, folder: &Path, page: &str, width: u32) -> serde_json::Value {
    let html = std::fs::read_to_string(folder.join(page)).expect("it was written");
    let probed = folder.join("probed.html");
    std::fs::write(&probed, html.replacen("</body>", &format!("{PROBE}</body>"), 1))
        .expect("the folder takes it");
    let output = Command::new(browser)
        .args(["--headless", "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"])
        .args(["--disable-background-networking", "--disable-component-update", "--disable-sync"])
        .arg(format!("--user-data-dir={}", folder.join(format!("profile-{width}")).display()))
        .arg(format!("--window-size={width},900"))
        .arg("--dump-dom")
        .arg(format!("file://{}", probed.display()))
        .output()
        .expect("the browser starts");
    let dom = String::from_utf8_lossy(&output.stdout);
    let title = dom.split("<title>").nth(1).and_then(|rest| rest.split("</title>").next());
    let title = title.unwrap_or_default().replace("&amp;", "&");
    serde_json::from_str(&title).unwrap_or_else(|error| panic!("{error}: the page said `{title}`"))
}

#[test]
fn sheets_in_a_browser() {
    let Some(browser) = chromium() else {
        eprintln!("skipped: there is no Chromium; scripts/setup --tests installs it");
        return;
    };
    let desk = tempfile::tempdir().expect("a folder of its own");
    jadwal(desk.path(), "generate rural --seed 1 -o s.toml");
    jadwal(
        desk.path(),
        "solve s.toml -o s.json --max-steps 400000,400000 --progress none --show none",
    );
    for (language, direction) in [("ar", "rtl"), ("fr", "ltr")] {
        let page = format!("{language}.html");
        jadwal(desk.path(), &format!("print s.toml s.json -o {page} --lang {language}"));
        for width in [390, 1200] {
            let found = probe(&browser, desk.path(), &page, width);
            let name = format!("{language} {width}: {found}");
            assert_eq!(found["direction"], direction, "{name}");
            assert_eq!(found["rightward"], direction == "ltr", "the next day lies onward, {name}");
            assert_eq!(found["clock"], "ltr", "clock ranges read left to right, {name}");
            assert_eq!(found["dead"], 0, "all links lead somewhere, {name}");
            assert_eq!(found["overflow"], 0, "nothing hangs over the edge, {name}");
            let (names, left) = (found["names"].as_u64(), found["found"].as_u64());
            assert!(left > Some(0) && left < names, "the search leaves some names, {name}");
            assert_eq!(found["sheets"], 1, "one sheet can be shown alone, {name}");
        }
    }
}
