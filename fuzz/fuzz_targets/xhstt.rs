//! No bytes make the XHSTT reader panic; what it reads can be counted, and written and read again.

#![no_main]

use jadwal_io::{text, xhstt};
use jadwal_model::evaluate;
use libfuzzer_sys::fuzz_target;

fuzz_target!(|bytes: &[u8]| {
    let archive = match xhstt::read(bytes) {
        Ok(archive) => archive,
        Err(errors) => {
            assert!(!errors.is_empty());
            let text = text(bytes);
            for error in errors {
                assert!(text.is_char_boundary(error.place.offset));
            }
            return;
        }
    };
    for solution in archive.solution_groups.iter().flat_map(|group| &group.solutions) {
        let mut instances = archive.instances.iter();
        let instance = instances.find(|instance| instance.code == solution.instance);
        let instance = instance.expect("a solution without an instance is a fault");
        let _ = evaluate(instance, &solution.solution);
    }
    let mut written = Vec::new();
    xhstt::write(&archive, &mut written).expect("memory takes all bytes");
    let again = xhstt::read(&written[..]).expect("what we write can be read");
    assert!(again == archive);
});
