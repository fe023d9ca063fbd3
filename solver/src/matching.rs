//! The cheapest assignment: every row gets a column of its own, at the least cost in total.
//!
//! Source: Kuhn (1955), in the form of shortest augmenting paths with potentials of Jonker and
//! Volgenant (1987), without their reductions at the start, as our tables are small. Costs one look
//! at the table for each row, times its rows. Petgraph matches without weights only.

/// What must not be paired: more than any real cost, and small enough to be added up.
pub(crate) const FORBIDDEN: i64 = 1 << 50;

/// By row, its column. `costs` goes row by row, each of so many columns; there are at least as many
/// columns as rows. A forbidden pair is taken only where a row has no other way.
pub(crate) fn cheapest(costs: &[i64], columns: usize) -> Vec<usize> {
    let rows = costs.len().checked_div(columns).unwrap_or(0);
    debug_assert!(rows <= columns, "each row needs a column of its own");
    // potentials keep every reduced cost at zero or above; the last column is where a new row starts
    let (mut of_row, mut of_column) = (vec![0i64; rows], vec![0i64; columns + 1]);
    let mut row_of: Vec<Option<usize>> = vec![None; columns + 1];
    let mut came_from = vec![columns; columns + 1];
    for row in 0..rows {
        row_of[columns] = Some(row);
        let mut column = columns;
        let mut distance = vec![i64::MAX; columns];
        let mut reached = vec![false; columns + 1];
        while let Some(here) = row_of[column] {
            reached[column] = true;
            let (mut step, mut next) = (i64::MAX, column);
            for other in (0..columns).filter(|&other| !reached[other]) {
                let reduced = costs[here * columns + other] - of_row[here] - of_column[other];
                if reduced < distance[other] {
                    distance[other] = reduced;
                    came_from[other] = column;
                }
                if distance[other] < step {
                    (step, next) = (distance[other], other);
                }
            }
            for other in 0..=columns {
                if reached[other] {
                    if let Some(owner) = row_of[other] {
                        of_row[owner] += step;
                    }
                    of_column[other] -= step;
                } else if other < columns && distance[other] < i64::MAX {
                    distance[other] -= step;
                }
            }
            column = next;
        }
        while column != columns {
            row_of[column] = row_of[came_from[column]];
            column = came_from[column];
        }
    }
    let mut assigned = vec![columns; rows];
    for (column, row) in row_of[..columns].iter().enumerate() {
        if let Some(row) = *row {
            assigned[row] = column;
        }
    }
    assigned
}

#[cfg(test)]
mod tests {
    use super::*;
    use proptest::prelude::*;

    /// The least total of all ways to give each row a column.
    fn least(costs: &[i64], columns: usize, taken: &mut Vec<usize>) -> i64 {
        if costs.is_empty() {
            return 0;
        }
        let mut best = i64::MAX;
        for column in 0..columns {
            if !taken.contains(&column) {
                taken.push(column);
                best = best.min(costs[column] + least(&costs[columns..], columns, taken));
                taken.pop();
            }
        }
        best
    }

    fn total(costs: &[i64], columns: usize, assigned: &[usize]) -> i64 {
        assigned.iter().enumerate().map(|(row, column)| costs[row * columns + column]).sum()
    }

    fn table() -> impl Strategy<Value = (Vec<i64>, usize)> {
        let cost = prop_oneof![4 => 0..20i64, 2 => -1000..1000i64, 1 => Just(FORBIDDEN)];
        (0..5usize, 0..3usize).prop_flat_map(move |(rows, more)| {
            let columns = rows + more;
            (prop::collection::vec(cost.clone(), rows * columns), Just(columns))
        })
    }

    proptest! {
        #![proptest_config(crate::agree::config(50))]
        #[test]
        fn nothing_is_cheaper((costs, columns) in table()) {
            let assigned = cheapest(&costs, columns);
            let mut columns_used = assigned.clone();
            columns_used.sort_unstable();
            columns_used.dedup();
            prop_assert_eq!(columns_used.len(), assigned.len());
            prop_assert!(columns_used.iter().all(|&column| column < columns));
            let found = total(&costs, columns, &assigned);
            prop_assert_eq!(found, least(&costs, columns, &mut Vec::new()));
        }
    }

    #[test]
    fn small_tables() {
        let cases: [(&str, &[i64], usize, &[usize]); 4] = [
            ("nothing to assign", &[], 0, &[]),
            ("the second row gives way", &[1, 2, 1, 5], 2, &[1, 0]),
            ("a column is left over", &[9, 3, 4], 3, &[1]),
            ("forbidden only where it must be", &[FORBIDDEN, 7, FORBIDDEN, 0], 2, &[0, 1]),
        ];
        for (name, costs, columns, expected) in cases {
            let assigned = cheapest(costs, columns);
            let same = total(costs, columns, &assigned) == total(costs, columns, expected);
            assert!(same, "{name}: {assigned:?}");
        }
    }
}
