//! XHSTT: the XML format for high school timetabling, instances and solutions in one archive.
//!
//! Reading is strict about what changes a timetable or its cost, and lenient about the rest:
//!
//! - an unknown element is a fault; an unknown attribute is passed over, and so is a `Report`;
//! - a section that stands twice is a fault, and so is an identifier that is used twice;
//! - elements may come in any order, but what is referred to comes first;
//! - every section may be missing, and so may every `Name` (the identifier takes its place);
//! - a course may be named where an event group is asked for, and the other way;
//! - a `Day` or `Week` may be named where a time group is asked for;
//! - no text, tag or comment may be longer than a mebibyte, nor elements nested 32 deep.
//!
//! Source: Post et al., "XHSTT: an XML archive for high school timetabling problems in different
//! countries" (2014); Kingston, "The `HSEval` High School Timetable Evaluator".

mod archive;
mod constraints;
mod draft;
pub(crate) mod element;
mod facts;
pub(crate) mod faults;
mod markup;
mod read;
pub(crate) mod scan;
mod solutions;
pub(crate) mod source;
mod write;
mod write_constraints;
mod write_facts;

pub use archive::{Archive, ArchiveSolution, GroupMeta, SolutionGroup};
pub use read::{ROOT, read, read_with};
pub use source::{MAX_PIECE, text, undeclared_text};
pub use write::{write, write_with};
pub use write_constraints::unwritable;
