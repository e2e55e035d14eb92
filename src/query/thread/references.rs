//! REFERENCES: what a message says that it answers is above it, whether that is there or not; then threads of the same
//! subject are joined (RFC 5256 §3).

use std::collections::{HashMap, HashSet};

use super::Letter;
use crate::proto::imap::thread::Member;

/// So far up is looked whether a link would close a loop; one that is deeper yet is left out.
const HIGHEST: usize = 1000;

/// A message, or one that is only spoken of: a dummy.
#[derive(Clone, Debug, Default)]
struct Node {
    /// Which of the letters it is.
    letter: Option<usize>,
    parent: Option<usize>,
    /// How many say that it is their parent.
    heirs: usize,
    children: Vec<usize>,
    /// The letter that it is, or the first of its children: by that it is sorted and joined.
    first: Option<usize>,
}

/// The messages and how they hang together.
struct Forest<'a> {
    letters: &'a [Letter],
    nodes: Vec<Node>,
}

/// The threads of messages whose UIDs ascend, by when they were begun.
pub fn threads(letters: &[Letter]) -> Vec<Member> {
    let mut forest = Forest::link(letters);
    let roots = forest.prune();
    let mut roots = forest.join(roots);
    forest.order(&mut roots);
    forest.members(roots)
}

impl<'a> Forest<'a> {
    /// Step 1: who is whose parent.
    fn link(letters: &'a [Letter]) -> Forest<'a> {
        let mut forest = Forest { letters, nodes: Vec::new() };
        let mut known: HashMap<&str, usize> = HashMap::new();
        for (n, letter) in letters.iter().enumerate() {
            // An identifier means the first message that has it.
            let this = match letter.id.as_deref().map(|id| forest.spoken_of(id, &mut known)) {
                Some(at) if forest.node(at).letter.is_none() => at,
                _ => forest.push(Node::default()),
            };
            forest.change(this, |node| node.letter = Some(n));
            let mut last = None;
            for id in &letter.references {
                let at = forest.spoken_of(id, &mut known);
                if let Some(parent) = last.filter(|_| forest.node(at).parent.is_none()) {
                    forest.adopt(at, parent);
                }
                last = Some(at);
            }
            forest.release(this);
            if let Some(parent) = last {
                forest.adopt(this, parent);
            }
        }
        forest
    }

    fn spoken_of(&mut self, id: &'a str, known: &mut HashMap<&'a str, usize>) -> usize {
        match known.get(id) {
            Some(at) => *at,
            None => {
                let at = self.push(Node::default());
                known.insert(id, at);
                at
            }
        }
    }

    fn push(&mut self, node: Node) -> usize {
        self.nodes.push(node);
        self.nodes.len() - 1
    }

    fn node(&self, at: usize) -> &Node {
        static NOBODY: Node = Node { letter: None, parent: None, heirs: 0, children: Vec::new(), first: None };
        self.nodes.get(at).unwrap_or(&NOBODY)
    }

    fn change(&mut self, at: usize, change: impl FnOnce(&mut Node)) {
        self.nodes.get_mut(at).map(change);
    }

    fn adopt(&mut self, child: usize, parent: usize) {
        if !self.is_above(child, parent) {
            self.change(child, |node| node.parent = Some(parent));
            self.change(parent, |node| node.heirs += 1);
        }
    }

    fn release(&mut self, child: usize) {
        if let Some(parent) = self.node(child).parent {
            self.change(child, |node| node.parent = None);
            self.change(parent, |node| node.heirs -= 1);
        }
    }

    /// Whether `child` would be above itself.
    fn is_above(&self, child: usize, parent: usize) -> bool {
        if child == parent || self.node(child).heirs == 0 {
            return child == parent;
        }
        let mut at = parent;
        for _ in 0..HIGHEST {
            match self.node(at).parent {
                None => return false,
                Some(above) if above == child => return true,
                Some(above) => at = above,
            }
        }
        true
    }

    /// Steps 2 and 3: the children of the root, without dummies but for those that hold several together there.
    fn prune(&mut self) -> Vec<usize> {
        let mut roots = Vec::new();
        for at in 0..self.nodes.len() {
            match self.node(at).parent {
                Some(parent) => self.change(parent, |node| node.children.push(at)),
                None => roots.push(at),
            }
        }
        for at in self.downwards(&roots).into_iter().rev() {
            let children = self.take_children(at);
            let children = children.into_iter().fold(Vec::new(), |kept, child| self.promoted(child, false, kept));
            let node = self.node(at);
            let first = || children.iter().copied().min_by_key(|child| self.date(*child));
            let first = node.letter.or_else(|| self.node(first()?).first);
            self.change(at, |node| (node.children, node.first) = (children, first));
        }
        roots.into_iter().fold(Vec::new(), |kept, root| self.promoted(root, true, kept))
    }

    /// All below these, those above first.
    fn downwards(&self, roots: &[usize]) -> Vec<usize> {
        let mut order = roots.to_vec();
        let mut next = 0;
        while let Some(at) = order.get(next) {
            order.extend_from_slice(&self.node(*at).children);
            next += 1;
        }
        order
    }

    /// Adds a child, or those of a dummy, to others; the longer list stays where it is.
    fn promoted(&mut self, child: usize, root: bool, mut kept: Vec<usize>) -> Vec<usize> {
        let node = self.node(child);
        if node.letter.is_some() || root && node.children.len() > 1 {
            kept.push(child);
            return kept;
        }
        let mut children = self.take_children(child);
        if kept.len() < children.len() {
            std::mem::swap(&mut kept, &mut children);
        }
        kept.append(&mut children);
        kept
    }

    fn take_children(&mut self, at: usize) -> Vec<usize> {
        self.nodes.get_mut(at).map(|node| std::mem::take(&mut node.children)).unwrap_or_default()
    }

    /// When it was sent; then by UID.
    fn date(&self, at: usize) -> (i64, u32) {
        self.speaker(at).map(|letter| (letter.sent, letter.uid)).unwrap_or_default()
    }

    /// The letter that counts: that of a dummy is its first child.
    fn speaker(&self, at: usize) -> Option<&'a Letter> {
        self.node(at).first.and_then(|n| self.letters.get(n))
    }

    /// Steps 4 and 5: the children of the root, those of the same subject joined.
    fn join(&mut self, mut roots: Vec<usize>) -> Vec<usize> {
        roots.sort_unstable_by_key(|at| self.date(*at));
        let mut table: HashMap<&'a str, usize> = HashMap::new();
        for &this in &roots {
            let Some(letter) = self.speaker(this).filter(|letter| !letter.subject.is_empty()) else { continue };
            let there = table.entry(&letter.subject).or_insert(this);
            let (new, old) = (self.is_dummy(this), self.is_dummy(*there));
            if !old && (new || self.answers(*there) && !letter.answers) {
                *there = this;
            }
        }
        let mut gone = HashSet::new();
        for this in roots.clone() {
            let Some(letter) = self.speaker(this) else { continue };
            match table.get(letter.subject.as_str()) {
                Some(&there) if there != this => {
                    let at = self.unite(this, there);
                    if at != there {
                        gone.insert(there);
                        roots.push(at);
                        table.insert(&letter.subject, at);
                    }
                    gone.insert(this);
                }
                _ => {}
            }
        }
        roots.retain(|at| !gone.contains(at));
        roots
    }

    /// Hangs a thread into another of the same subject; where that is now.
    fn unite(&mut self, this: usize, there: usize) -> usize {
        let first = if self.date(this) < self.date(there) { this } else { there };
        let first = self.node(first).first;
        if self.is_dummy(there) {
            let children = if self.is_dummy(this) { self.take_children(this) } else { vec![this] };
            self.change(there, |node| {
                node.children.extend(children);
                node.first = first;
            });
            return there;
        }
        if self.answers(this) && !self.answers(there) {
            self.change(there, |node| node.children.push(this));
            return there;
        }
        self.push(Node { children: vec![there, this], first, ..Node::default() })
    }

    fn is_dummy(&self, at: usize) -> bool {
        self.node(at).letter.is_none()
    }

    fn answers(&self, at: usize) -> bool {
        self.speaker(at).is_some_and(|letter| letter.answers)
    }

    /// Step 6.
    fn order(&mut self, roots: &mut [usize]) {
        for at in self.downwards(roots) {
            let mut children = self.take_children(at);
            children.sort_unstable_by_key(|child| self.date(*child));
            self.change(at, |node| node.children = children);
        }
        roots.sort_unstable_by_key(|at| self.date(*at));
    }

    fn members(&self, roots: Vec<usize>) -> Vec<Member> {
        let mut members = Vec::new();
        let mut open: Vec<_> = roots.into_iter().rev().map(|at| (at, None, 0)).collect();
        while let Some((at, parent, depth)) = open.pop() {
            let node = self.node(at);
            let uid = node.letter.and_then(|n| self.letters.get(n)).map(|letter| letter.uid);
            members.extend(uid.map(|number| Member { number, parent, depth }));
            let (parent, depth) = if uid.is_some() { (uid, depth + 1) } else { (parent, depth) };
            open.extend(node.children.iter().rev().map(|child| (*child, parent, depth)));
        }
        members
    }
}
