//! Pictures of campaigns, as SVG.

pub(crate) mod axis;
pub(crate) mod canvas;
pub(crate) mod course;
pub(crate) mod curve;
pub(crate) mod fall;
pub(crate) mod gaps;
pub(crate) mod panel;
