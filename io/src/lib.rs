//! File formats: read into the model, write from the model.
//!
//! There is one format so far, [`xhstt`]. What [`Format::recognise`] finds in a file's first bytes
//! says who reads it; a file that cannot be read gives all faults that can be found, each with its
//! place and, often, with what to do ([`Fault::hint`]).
//!
//! ```
//! use jadwal_io::{Format, xhstt};
//!
//! let file = br#"<HighSchoolTimetableArchive>
//!   <Instances><Instance Id="tiny">
//!     <Times><Time Id="Mon1"><Name>Monday 1</Name></Time></Times>
//!   </Instance></Instances>
//! </HighSchoolTimetableArchive>"#;
//! assert_eq!(Format::recognise(file), Some(Format::Xhstt));
//!
//! let archive = xhstt::read(&file[..]).expect("the file is right");
//! assert_eq!(archive.instances[0].facts.times.len(), 1);
//!
//! let mut written = Vec::new();
//! xhstt::write(&archive, &mut written).expect("memory takes all bytes");
//! assert_eq!(xhstt::read(&written[..]), Ok(archive));
//!
//! let cut_off = &file[..110];
//! let errors = xhstt::read(cut_off).expect_err("the end is missing");
//! assert_eq!(
//!     errors[0].to_string(),
//!     "line 3, column 42: the file ends inside `Name`, expected `</Name>`"
//! );
//! ```

pub mod asc;
pub mod ctt;
pub(crate) mod delimited;
pub mod error;
pub mod fet;
pub mod foreign;
pub mod format;
pub mod html;
pub mod ics;
pub mod lessons_csv;
#[cfg(feature = "pdf")]
pub mod pdf;
pub mod registers;
pub mod school_csv;
pub mod school_toml;
pub mod sheet;
pub mod sheets_xlsx;
pub mod svg;
pub mod untis;
pub mod words;
pub mod workbook;
pub mod xhstt;

#[cfg(test)]
mod fixture;

pub use error::{Fault, Place, ReadError};
pub use format::Format;
pub use xhstt::text;
