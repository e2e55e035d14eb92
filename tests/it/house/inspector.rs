//! Reads one file after the other and judges every path in it by the rules of the house.

use std::collections::{BTreeMap, BTreeSet};

use proc_macro2::{Delimiter, Span, TokenStream, TokenTree};
use syn::visit::{self, Visit};
use syn::{Attribute, UseTree};

use super::{AT_HOME, IMPURE, PRINTING, PURE, below};

/// What was found in the files so far.
#[derive(Default)]
pub struct Report {
    pub violations: BTreeSet<(String, usize, String)>,
    /// Modules that are compiled for tests only, as `proto::smtp::dialogue::tests`.
    test_modules: BTreeSet<String>,
    /// Lines, name of the file.
    pub files: Vec<(usize, String)>,
    /// Lines, place and name of the function.
    pub functions: Vec<(usize, String, String)>,
}

impl Report {
    /// Every violation with its place.
    pub fn wrong(&self) -> Vec<String> {
        self.violations.iter().map(|(file, line, what)| format!("src/{file}:{line}: {what}")).collect()
    }
}

/// Looks at one file; `name` is its path below `src`.
pub fn inspect(name: &str, text: &str, report: &mut Report) {
    let file = match syn::parse_file(text) {
        Ok(file) => file,
        Err(error) => {
            let line = error.span().start().line;
            report.violations.insert((name.to_owned(), line, format!("cannot be parsed: {error}")));
            return;
        }
    };
    let module = module_of(name);
    let room = module.first().cloned().unwrap_or_default();
    if !room.is_empty() && below(&room).is_none() {
        report.violations.insert((name.to_owned(), 1, format!("{room} is no room of the house")));
    }
    let test = (1..=module.len()).any(|n| report.test_modules.contains(&module[..n].join("::")));
    let mut names = Names::default();
    names.visit_file(&file);
    let mut inspector = Inspector { name, room, module, test, names: names.0, test_lines: 0, report };
    inspector.visit_file(&file);
    let lines = text.lines().count().saturating_sub(inspector.test_lines);
    if !test {
        inspector.report.files.push((lines, name.to_owned()));
    }
}

/// `proto/smtp/mod.rs` is `proto::smtp`; `main.rs` and `lib.rs` are the root.
fn module_of(name: &str) -> Vec<String> {
    let stem = name.strip_suffix(".rs").unwrap_or(name);
    let stem = stem.strip_suffix("/mod").unwrap_or(stem);
    if matches!(stem, "main" | "lib") {
        return Vec::new();
    }
    stem.split('/').map(str::to_owned).collect()
}

/// The names that the `use` trees of a file bring in, with what they stand for. One name may stand for several things
/// in several modules of the file.
#[derive(Default)]
struct Names(BTreeMap<String, Vec<Vec<String>>>);

impl<'ast> Visit<'ast> for Names {
    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let mut leaves = Vec::new();
        flatten(&item.tree, &mut Vec::new(), &mut leaves);
        for leaf in leaves.into_iter().filter(|leaf| !leaf.glob) {
            self.0.entry(leaf.name).or_default().push(leaf.path);
        }
    }
}

/// One thing that a `use` tree names.
struct Leaf {
    path: Vec<String>,
    /// How it is called here.
    name: String,
    glob: bool,
    span: Span,
}

fn flatten(tree: &UseTree, path: &mut Vec<String>, leaves: &mut Vec<Leaf>) {
    let joined = |path: &[String], last: &syn::Ident| {
        let whole = path.iter().cloned().chain((last != "self").then(|| last.to_string()));
        whole.collect::<Vec<_>>()
    };
    match tree {
        UseTree::Path(inner) => {
            path.push(inner.ident.to_string());
            flatten(&inner.tree, path, leaves);
            path.pop();
        }
        UseTree::Name(last) => {
            let whole = joined(path, &last.ident);
            let name = whole.last().cloned().unwrap_or_default();
            leaves.push(Leaf { path: whole, name, glob: false, span: last.ident.span() });
        }
        UseTree::Rename(last) => {
            let (path, name) = (joined(path, &last.ident), last.rename.to_string());
            leaves.push(Leaf { path, name, glob: false, span: last.ident.span() });
        }
        UseTree::Glob(star) => {
            let span = star.star_token.spans[0];
            leaves.push(Leaf { path: path.clone(), name: "*".to_owned(), glob: true, span });
        }
        UseTree::Group(group) => group.items.iter().for_each(|tree| flatten(tree, path, leaves)),
    }
}

/// Walks one file.
struct Inspector<'a> {
    name: &'a str,
    room: String,
    /// The module that the walk is in.
    module: Vec<String>,
    /// That module is compiled for tests only.
    test: bool,
    names: BTreeMap<String, Vec<Vec<String>>>,
    /// Lines of test modules in this file.
    test_lines: usize,
    report: &'a mut Report,
}

impl Inspector<'_> {
    fn violation(&mut self, span: Span, what: String) {
        self.report.violations.insert((self.name.to_owned(), span.start().line, what));
    }

    /// The path from the root of the crate; none if it leads out of the crate.
    fn inside(&self, path: &[String]) -> Option<Vec<String>> {
        let first = path.first()?.as_str();
        let supers = path.iter().take_while(|segment| *segment == "super").count();
        match first {
            "crate" | "mailtool" => Some(path[1..].to_vec()),
            "self" => Some([&self.module, &path[1..]].concat()),
            "super" => {
                let kept = self.module.len().saturating_sub(supers);
                Some([&self.module[..kept], &path[supers..]].concat())
            }
            _ => None,
        }
    }

    /// Judges a path that stands in a `use` tree.
    fn used(&mut self, leaf: &Leaf) {
        match self.inside(&leaf.path) {
            Some(inside) if inside.is_empty() => {
                self.violation(leaf.span, "names the root of the crate, and with it every room".to_owned());
            }
            Some(inside) => self.room(&inside, leaf.span),
            None => {
                self.outside(&leaf.path, leaf.glob, leaf.span);
            }
        }
    }

    /// Judges a path that stands anywhere else.
    fn said(&mut self, path: &[String], span: Span) {
        if path.len() < 2 {
            return;
        }
        if let Some(inside) = self.inside(path) {
            return self.room(&inside, span);
        }
        if self.outside(path, false, span) {
            return;
        }
        // What a name stands for was judged where it was brought in; here it counts with what is behind it.
        for brought in self.names.get(&path[0]).cloned().unwrap_or_default() {
            if self.inside(&brought).is_none() && self.forbidden(&brought, false).is_none() {
                self.outside(&[&brought, &path[1..]].concat(), false, span);
            }
        }
    }

    /// A path within the crate: is that room below ours?
    fn room(&mut self, inside: &[String], span: Span) {
        let Some(target) = inside.first().filter(|target| **target != self.room && !self.room.is_empty()) else {
            return;
        };
        let allowed = below(&self.room).unwrap_or_default();
        if !allowed.contains(&target.as_str()) {
            let whole = inside.join("::");
            self.violation(span, format!("{} must not name {target} (crate::{whole})", self.room));
        }
    }

    /// A path out of the crate. True if it may not stand here.
    fn outside(&mut self, path: &[String], glob: bool, span: Span) -> bool {
        let why = self.forbidden(path, glob);
        let wrong = why.is_some();
        if let Some(why) = why {
            self.violation(span, format!("{why} ({})", path.join("::")));
        }
        wrong
    }

    fn forbidden(&self, path: &[String], glob: bool) -> Option<String> {
        if self.room.is_empty() {
            return None;
        }
        let room = &self.room;
        // A glob over something that holds the forbidden thing brings that in too.
        let names = |thing: &&&str| {
            let thing: Vec<&str> = thing.split("::").collect();
            let common = path.iter().zip(&thing).all(|(a, b)| a == b);
            common && (path.len() >= thing.len() || glob)
        };
        let impure = PURE.contains(&room.as_str()) && !self.test;
        if let Some(thing) = IMPURE.iter().find(|thing| impure && names(thing)) {
            return Some(format!("{room} is pure and must not name {thing}"));
        }
        if impure && path.len() > 1 && path.last().is_some_and(|last| last == "now") {
            return Some(format!("{room} is pure and must not read a clock"));
        }
        let elsewhere = AT_HOME.iter().filter(|(home, _)| home != room && !(self.test && *home == "cli"));
        let found = elsewhere.flat_map(|(home, things)| things.iter().map(move |thing| (home, thing)));
        found
            .into_iter()
            .find(|(_, thing)| names(thing))
            .map(|(home, thing)| format!("{thing} is named only in {home}"))
    }

    fn macro_named(&mut self, name: &str, span: Span) {
        if PRINTING.contains(&name) && !self.test && !matches!(self.room.as_str(), "" | "cli") {
            self.violation(span, format!("only cli prints ({name}!)"));
        }
    }

    /// The paths and macros in the tokens of a macro, which syn does not look into.
    fn tokens(&mut self, tokens: TokenStream, prefix: &[String]) {
        let mut path = prefix.to_vec();
        let mut start = None;
        let mut colons = 0;
        let trees: Vec<TokenTree> = tokens.into_iter().collect();
        for tree in trees.iter().chain([&TokenTree::Punct(proc_macro2::Punct::new(',', proc_macro2::Spacing::Alone))]) {
            match tree {
                TokenTree::Punct(punct) if punct.as_char() == ':' => colons += 1,
                TokenTree::Ident(ident) if colons == 2 || (colons == 0 && path.len() == prefix.len()) => {
                    path.push(ident.to_string());
                    start.get_or_insert(ident.span());
                    colons = 0;
                }
                TokenTree::Group(group) if colons == 2 && group.delimiter() == Delimiter::Brace => {
                    self.tokens(group.stream(), &path);
                    (path, start, colons) = (prefix.to_vec(), None, 0);
                }
                _ => {
                    if let Some(span) = start.take() {
                        let bang = matches!(tree, TokenTree::Punct(punct) if punct.as_char() == '!');
                        if let Some(name) = path.last().filter(|_| bang).cloned() {
                            self.macro_named(&name, span);
                        }
                        self.said(&path, span);
                    }
                    (path, colons) = (prefix.to_vec(), 0);
                    match tree {
                        TokenTree::Group(group) => self.tokens(group.stream(), &[]),
                        TokenTree::Ident(ident) => {
                            path.push(ident.to_string());
                            start = Some(ident.span());
                        }
                        _ => {}
                    }
                }
            }
        }
    }

    fn function(&mut self, name: &syn::Ident, span: (Span, Span), attributes: &[Attribute]) {
        let (from, to) = (span.0.start().line, span.1.end().line);
        if !self.test && !for_tests(attributes) {
            let place = format!("{}:{from}", self.name);
            self.report.functions.push((to - from + 1, place, name.to_string()));
        }
    }

    /// Walks something that may be for tests only.
    fn within(&mut self, attributes: &[Attribute], walk: impl FnOnce(&mut Self)) {
        let before = self.test;
        self.test |= for_tests(attributes);
        walk(self);
        self.test = before;
    }
}

/// `#[test]`, `#[tokio::test]`, `#[cfg(test)]`.
fn for_tests(attributes: &[Attribute]) -> bool {
    attributes.iter().any(|attribute| match &attribute.meta {
        syn::Meta::Path(path) => path.segments.last().is_some_and(|last| last.ident == "test"),
        syn::Meta::List(list) if list.path.is_ident("cfg") => {
            let condition = list.tokens.to_string();
            let words: Vec<&str> = condition.split(|c: char| !c.is_alphanumeric() && c != '_').collect();
            words.contains(&"test") && !words.contains(&"not") && !words.contains(&"any")
        }
        syn::Meta::List(list) => list.path.segments.last().is_some_and(|last| last.ident == "test"),
        syn::Meta::NameValue(_) => false,
    })
}

impl<'ast> Visit<'ast> for Inspector<'_> {
    fn visit_item_mod(&mut self, item: &'ast syn::ItemMod) {
        self.module.push(item.ident.to_string());
        if for_tests(&item.attrs) {
            self.report.test_modules.insert(self.module.join("::"));
            if let Some((brace, _)) = &item.content {
                let (from, to) = (item.ident.span().start().line, brace.span.close().end().line);
                self.test_lines += if self.test { 0 } else { to - from + 1 };
            }
        }
        self.within(&item.attrs, |inspector| visit::visit_item_mod(inspector, item));
        self.module.pop();
    }

    fn visit_item_fn(&mut self, item: &'ast syn::ItemFn) {
        let span = (item.sig.fn_token.span, item.block.brace_token.span.close());
        self.function(&item.sig.ident, span, &item.attrs);
        self.within(&item.attrs, |inspector| visit::visit_item_fn(inspector, item));
    }

    fn visit_impl_item_fn(&mut self, item: &'ast syn::ImplItemFn) {
        let span = (item.sig.fn_token.span, item.block.brace_token.span.close());
        self.function(&item.sig.ident, span, &item.attrs);
        self.within(&item.attrs, |inspector| visit::visit_impl_item_fn(inspector, item));
    }

    fn visit_item_impl(&mut self, item: &'ast syn::ItemImpl) {
        self.within(&item.attrs, |inspector| visit::visit_item_impl(inspector, item));
    }

    fn visit_item_use(&mut self, item: &'ast syn::ItemUse) {
        let mut leaves = Vec::new();
        flatten(&item.tree, &mut Vec::new(), &mut leaves);
        self.within(&item.attrs, |inspector| leaves.iter().for_each(|leaf| inspector.used(leaf)));
    }

    fn visit_item_extern_crate(&mut self, item: &'ast syn::ItemExternCrate) {
        self.outside(&[item.ident.to_string()], false, item.ident.span());
    }

    fn visit_path(&mut self, path: &'ast syn::Path) {
        let segments: Vec<String> = path.segments.iter().map(|segment| segment.ident.to_string()).collect();
        if let Some(first) = path.segments.first() {
            self.said(&segments, first.ident.span());
        }
        visit::visit_path(self, path);
    }

    fn visit_macro(&mut self, invocation: &'ast syn::Macro) {
        self.visit_path(&invocation.path);
        if let Some(name) = invocation.path.segments.last() {
            self.macro_named(&name.ident.to_string(), name.ident.span());
        }
        self.tokens(invocation.tokens.clone(), &[]);
    }

    fn visit_meta_list(&mut self, list: &'ast syn::MetaList) {
        self.visit_path(&list.path);
        self.tokens(list.tokens.clone(), &[]);
    }
}
