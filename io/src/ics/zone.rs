//! The clock of Morocco: an hour ahead of UTC, but level with it in Ramadan.
//!
//! Source       the IANA time zone database, whose dates for coming years are a forecast. Calendars
//!              that know the zone by name use their own table.

use std::fmt::Write as _;

/// The name of the zone.
pub(super) const NAME: &str = "Africa/Casablanca";

/// When Ramadan's hour begins, at 03:00, and when it ends, at 02:00.
const RAMADAN: [(&str, &str); 12] = [
    ("20260215", "20260322"),
    ("20270207", "20270314"),
    ("20280123", "20280305"),
    ("20290114", "20290218"),
    ("20291230", "20300210"),
    ("20301222", "20310126"),
    ("20311214", "20320118"),
    ("20321128", "20330109"),
    ("20331120", "20331225"),
    ("20341105", "20341217"),
    ("20351028", "20351209"),
    ("20361019", "20361123"),
];

/// The zone as a component of a calendar.
pub(super) fn component() -> String {
    let mut text = format!("BEGIN:VTIMEZONE\r\nTZID:{NAME}\r\n");
    observance(&mut text, "DAYLIGHT", "20181028T030000", "+0100", "+0100");
    for (from, until) in RAMADAN {
        observance(&mut text, "STANDARD", &format!("{from}T030000"), "+0100", "+0000");
        observance(&mut text, "DAYLIGHT", &format!("{until}T020000"), "+0000", "+0100");
    }
    text.push_str("END:VTIMEZONE\r\n");
    text
}

fn observance(text: &mut String, kind: &str, start: &str, from: &str, to: &str) {
    write!(
        text,
        "BEGIN:{kind}\r\nDTSTART:{start}\r\nTZOFFSETFROM:{from}\r\nTZOFFSETTO:{to}\r\nEND:{kind}\r\n"
    )
    .expect("memory takes all text");
}
