//! The signed-rank test of Wilcoxon: are paired differences as often and as much above zero as below?
//!
//! Source   Wilcoxon (1945), "Individual comparisons by ranking methods". Differences of zero are
//!          left out, equal ones share their mean rank. Up to 25 differences every assignment of
//!          signs is counted; above, the normal approximation, corrected for ties and continuity.

/// Up to this many differences the distribution is counted exactly.
const EXACT: usize = 25;

/// What the test says.
#[derive(Clone, Copy, PartialEq, Debug)]
pub(crate) struct SignedRank {
    /// How many differences are not zero.
    pub(crate) n: usize,
    /// The sum of the ranks of the differences above zero.
    pub(crate) above: f64,
    /// The sum of the ranks of those below.
    pub(crate) below: f64,
    /// How likely so uneven sums are, in either direction, if neither direction is preferred.
    pub(crate) p: f64,
    /// Whether `p` was counted, not approximated.
    pub(crate) exact: bool,
}

/// Tests some differences.
pub(crate) fn signed_rank(differences: &[f64]) -> SignedRank {
    let mut sorted: Vec<f64> = differences.iter().copied().filter(|&d| d != 0.0).collect();
    sorted.sort_by(|one, other| one.abs().total_cmp(&other.abs()));
    let n = sorted.len();
    let doubled = doubled_ranks(&sorted);
    let sum = |wanted: bool| -> u64 {
        let ranks = sorted.iter().zip(&doubled);
        ranks.filter(|&(&d, _)| (d > 0.0) == wanted).map(|(_, &rank)| rank).sum()
    };
    let (above, below) = (sum(true), sum(false));
    let less = above.min(below);
    let exact = n <= EXACT;
    let one_sided = if exact { counted(&doubled, less) } else { approximated(&doubled, less) };
    let p = (2.0 * one_sided).min(1.0);
    SignedRank { n, above: above as f64 / 2.0, below: below as f64 / 2.0, p, exact }
}

/// Twice the rank of each of the sorted differences: whole numbers, even where ranks are shared.
fn doubled_ranks(sorted: &[f64]) -> Vec<u64> {
    let same = |one: &f64, other: &f64| one.abs() == other.abs();
    let mut ranks = Vec::with_capacity(sorted.len());
    for equal in sorted.chunk_by(same) {
        let (first, last) = (ranks.len() + 1, ranks.len() + equal.len());
        ranks.extend(std::iter::repeat_n((first + last) as u64, equal.len()));
    }
    ranks
}

/// The share of the assignments of signs whose positive ranks sum to no more than this.
fn counted(doubled: &[u64], most: u64) -> f64 {
    let total: u64 = doubled.iter().sum();
    let mut ways = vec![0.0_f64; total as usize + 1];
    ways[0] = 1.0;
    for &rank in doubled {
        let rank = rank as usize;
        for sum in (rank..ways.len()).rev() {
            ways[sum] += ways[sum - rank];
        }
    }
    let all: f64 = ways.iter().sum();
    ways.iter().take(most as usize + 1).sum::<f64>() / all
}

/// The same by a normal distribution; the mean of a doubled rank's part is half of it.
fn approximated(doubled: &[u64], most: u64) -> f64 {
    let mean = doubled.iter().sum::<u64>() as f64 / 2.0;
    let variance = doubled.iter().map(|&rank| (rank * rank) as f64).sum::<f64>() / 4.0;
    // half a rank of continuity is one doubled half-step
    let z = (most as f64 + 1.0 - mean).min(0.0) / variance.sqrt();
    below_normal(z)
}

/// The normal distribution's share below a number that is not above zero, to seven decimals
/// (Abramowitz and Stegun 1964, formula 26.2.17).
fn below_normal(z: f64) -> f64 {
    let t = 1.0 / (1.0 + 0.231_641_9 * z.abs());
    let series = [1.330_274_429, -1.821_255_978, 1.781_477_937, -0.356_563_782, 0.319_381_530];
    let sum = series.iter().fold(0.0, |sum, factor| (sum + factor) * t);
    (-z * z / 2.0).exp() / std::f64::consts::TAU.sqrt() * sum
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Name, differences, ranks above, ranks below, p.
    type Case = (&'static str, &'static [f64], f64, f64, f64);

    /// Counted by hand: of the 2^n assignments of signs, those whose smaller sum is no larger.
    const CASES: &[Case] = &[
        ("nothing", &[], 0.0, 0.0, 1.0),
        ("only zeros", &[0.0, 0.0], 0.0, 0.0, 1.0),
        // {} of 2^1, twice
        ("one", &[3.0], 1.0, 0.0, 1.0),
        // {} of 2^5, twice: 2/32
        ("five of a kind", &[-1.0, -2.0, -3.0, -4.0, -5.0], 0.0, 15.0, 0.0625),
        // sums up to 3 of the ranks 1 to 5: {}, 1, 2, 3, 1+2: 10/32
        ("five, the third against", &[-1.0, -2.0, 3.0, -4.0, -5.0], 3.0, 12.0, 0.3125),
        // ranks 1.5 1.5 3: sums up to 1.5: {}, the first, the second: 6/8
        ("a tie against", &[1.0, -1.0, -2.0], 1.5, 4.5, 0.75),
        // a zero takes no rank: {} of 2^3, twice
        ("a zero", &[0.0, 1.0, 2.0, 3.0], 6.0, 0.0, 0.25),
        // even sums of 1 2 3 4: 3 + 2 against 1 + 4; more than half is still 1
        ("even", &[1.0, -2.0, -3.0, 4.0], 5.0, 5.0, 1.0),
    ];

    #[test]
    fn small_tests_are_counted() {
        for &(name, differences, above, below, p) in CASES {
            let found = signed_rank(differences);
            assert_eq!((found.above, found.below), (above, below), "{name}");
            assert!((found.p - p).abs() < 1e-12, "{name}: {}", found.p);
            assert!(found.exact, "{name}");
        }
    }

    #[test]
    fn large_tests_are_approximated() {
        // ranks 1 to 26, all above: mean 175.5, variance 26 * 27 * 53 / 24 = 1550.25, so
        // z = -175 / 39.373 = -4.4447, and p = 2 * 4.40e-6
        let differences: Vec<f64> = (1..=26).map(f64::from).collect();
        let found = signed_rank(&differences);
        assert!(!found.exact && found.n == 26);
        assert!((found.p - 8.80e-6).abs() < 5e-8, "{}", found.p);
        // signs in turn: above 169, below 182: z = -6 / 39.373 = -0.1524, p = 0.8789
        let turns: Vec<f64> =
            (1..=26).map(|n| f64::from(if n % 2 == 0 { -n } else { n })).collect();
        let found = signed_rank(&turns);
        assert_eq!((found.above, found.below), (169.0, 182.0));
        assert!((found.p - 0.8789).abs() < 1e-4, "{}", found.p);
    }

    #[test]
    fn the_two_ways_agree_where_they_meet() {
        let doubled: Vec<u64> = (1..=25).map(|rank| 2 * rank).collect();
        // 89 of 325 is the largest sum of the tables for 5 %, two-sided
        assert!(counted(&doubled, 2 * 89) < 0.025 && counted(&doubled, 2 * 90) > 0.025);
        for less in [100, 160, 250] {
            let (exact, near) = (counted(&doubled, less), approximated(&doubled, less));
            assert!((exact - near).abs() < 0.004, "{less}: {exact} {near}");
        }
    }
}
