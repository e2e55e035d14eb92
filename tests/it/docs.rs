//! The documents name tests: each of them is there.

use std::path::Path;

#[test]
fn the_tests_that_documents_name_are_there() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR"));
    let mut named = 0;
    for file in std::fs::read_dir(root.join("docs")).expect("docs") {
        let file = file.expect("a document").path();
        let text = std::fs::read_to_string(&file).expect("text");
        for name in text.split('`').skip(1).step_by(2).filter(|name| name.contains("::")) {
            let (module, test) = name.rsplit_once("::").expect("a path");
            let place = root.join("tests/it").join(module.replace("::", "/"));
            let source = [place.with_extension("rs"), place.join("mod.rs")];
            let source = source.iter().find_map(|file| std::fs::read_to_string(file).ok());
            let there = source.is_some_and(|source| source.contains(&format!("fn {test}(")));
            assert!(there, "{}: there is no test {name}", file.display());
            named += 1;
        }
    }
    assert!(named > 50, "only {named}");
}
