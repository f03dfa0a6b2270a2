//! The Merkle tree over the facts' leaf hashes, kept in table `node`.
//!
//! The table holds the roots of all complete subtrees of two leaves and more, under the number
//! that RFC 9420 gives them (leaf `i` is `2i`, its neighbours' parent lies between them). They are
//! written once and never change, so that the root of any earlier record stays within reach of a
//! few look-ups. Everything here can be rebuilt from the facts.

use super::error::{RecordError, Trouble};
use super::head::{Hash, Head};
use ct_merkle::{indices_for_consistency_proof, indices_for_inclusion_proof};
use rusqlite::{Connection, OptionalExtension, params};

/// The roots of the complete subtrees that a run of leaves falls into, largest first.
pub(super) struct Peaks {
    count: u64,
    hashes: Vec<Hash>,
}

impl Peaks {
    /// No leaves yet.
    pub(super) fn empty() -> Self {
        Self {
            count: 0,
            hashes: Vec::new(),
        }
    }

    /// The peaks of the leaves from `first` (a multiple of the largest subtree's size) to before
    /// `first + count`.
    pub(super) fn load(connection: &Connection, first: u64, count: u64) -> Result<Self, Trouble> {
        let mut hashes = Vec::new();
        let mut at = first;
        for level in (0..u64::BITS).rev().filter(|level| count >> level & 1 == 1) {
            hashes.push(subtree(connection, level, at)?);
            at += 1 << level;
        }
        Ok(Self { count, hashes })
    }

    /// Adds a leaf to a run that begins with the first leaf. Gives the number and hash of each
    /// subtree that it completes.
    pub(super) fn push(&mut self, leaf: Hash) -> Vec<(u64, Hash)> {
        let mut hash = leaf;
        let mut completed = Vec::new();
        for level in 1..=self.count.trailing_ones() {
            let Some(left) = self.hashes.pop() else { break };
            hash = Hash::above(left, hash);
            completed.push((number(level, self.count + 1 - (1 << level)), hash));
        }
        self.hashes.push(hash);
        self.count += 1;
        completed
    }

    /// The root over all of them.
    pub(super) fn root(&self) -> Hash {
        let mut from_the_right = self.hashes.iter().rev().copied();
        let last = from_the_right.next().unwrap_or(Head::empty().root);
        from_the_right.fold(last, |right, left| Hash::above(left, right))
    }
}

/// The number of the subtree of `1 << level` leaves that begins with leaf `first`.
fn number(level: u32, first: u64) -> u64 {
    2 * first + (1 << level) - 1
}

/// The first leaf of the subtree of that number, and how many leaves it has when complete.
fn span(at: u64) -> (u64, u64) {
    let level = at.trailing_ones();
    ((at >> (level + 1)) << level, 1 << level)
}

/// Whether a number is that of a subtree of two leaves and more, complete with `facts` leaves.
pub(super) fn is_node(at: u64, facts: u64) -> bool {
    // Odd numbers have two leaves and more; the first test keeps the shifts in bounds.
    at < 2 * facts && at % 2 == 1 && {
        let (first, count) = span(at);
        first + count <= facts
    }
}

/// The root of a complete subtree.
fn subtree(connection: &Connection, level: u32, first: u64) -> Result<Hash, Trouble> {
    let (sql, key) = match level {
        0 => ("SELECT leaf FROM fact WHERE seq = ?1", first + 1),
        _ => ("SELECT hash FROM node WHERE at = ?1", number(level, first)),
    };
    let mut statement = connection.prepare_cached(sql)?;
    let hash: Option<[u8; 32]> = statement
        .query_row([key.cast_signed()], |row| row.get(0))
        .optional()?;
    Ok(hash
        .map(Hash::from)
        .ok_or(RecordError::BadNode { at: key })?)
}

/// Keeps the subtrees that a leaf completed.
pub(super) fn keep(connection: &Connection, completed: &[(u64, Hash)]) -> Result<(), Trouble> {
    let mut statement = connection.prepare_cached("INSERT INTO node (at, hash) VALUES (?1, ?2)")?;
    for (at, hash) in completed {
        statement.execute(params![at.cast_signed(), hash.as_bytes()])?;
    }
    Ok(())
}

/// The head of the first `facts` facts, all of which must be there.
pub(super) fn head(connection: &Connection, facts: u64) -> Result<Head, Trouble> {
    let root = Peaks::load(connection, 0, facts)?.root();
    Ok(Head { facts, root })
}

/// The proof that fact `seq` is among the first `facts`, `1 <= seq <= facts`.
pub(super) fn inclusion(
    connection: &Connection,
    seq: u64,
    facts: u64,
) -> Result<Vec<Hash>, Trouble> {
    gather(
        connection,
        indices_for_inclusion_proof(facts, seq - 1),
        facts,
    )
}

/// The proof that the first `to` facts begin with the first `from`, `from <= to`.
pub(super) fn consistency(
    connection: &Connection,
    from: u64,
    to: u64,
) -> Result<Vec<Hash>, Trouble> {
    if from == 0 {
        return Ok(Vec::new());
    }
    gather(
        connection,
        indices_for_consistency_proof(from, to - from),
        to,
    )
}

/// The hashes of the subtrees of those numbers in the tree of `facts` leaves. One at the right
/// edge may be incomplete; it is put together from complete ones.
fn gather(connection: &Connection, at: Vec<u64>, facts: u64) -> Result<Vec<Hash>, Trouble> {
    let hash = |at: u64| {
        let (first, count) = span(at);
        Ok(Peaks::load(connection, first, count.min(facts - first))?.root())
    };
    at.into_iter().map(hash).collect()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::ProofFault;
    use ct_merkle::mem_backed_tree::MemoryBackedTree;
    use sha2::Sha256;

    /// A tree of these leaves in memory, as the record keeps it.
    fn planted(leaves: &[Vec<u8>]) -> Connection {
        let connection = Connection::open_in_memory().expect("memory");
        connection
            .execute_batch(
                "CREATE TABLE fact (seq INTEGER PRIMARY KEY, leaf BLOB);
                 CREATE TABLE node (at INTEGER PRIMARY KEY, hash BLOB);",
            )
            .expect("tables");
        for (leaf, before) in leaves.iter().zip(0..) {
            let hash = Hash::of_leaf(leaf);
            let sql = "INSERT INTO fact (leaf) VALUES (?1)";
            connection.execute(sql, [hash.as_bytes()]).expect("a leaf");
            let mut peaks = Peaks::load(&connection, 0, before).expect("peaks");
            keep(&connection, &peaks.push(hash)).expect("nodes");
        }
        connection
    }

    /// The leaves of Certificate Transparency's own reference tests.
    fn reference() -> Vec<Vec<u8>> {
        let leaves: [&[u8]; 8] = [
            b"",
            b"\x00",
            b"\x10",
            b"\x20\x21",
            b"\x30\x31",
            b"\x40\x41\x42\x43",
            b"\x50\x51\x52\x53\x54\x55\x56\x57",
            b"\x60\x61\x62\x63\x64\x65\x66\x67\x68\x69\x6a\x6b\x6c\x6d\x6e\x6f",
        ];
        leaves.map(<[u8]>::to_vec).to_vec()
    }

    fn numbered(count: u8) -> Vec<Vec<u8>> {
        (0..count).map(|n| vec![n]).collect()
    }

    #[test]
    fn roots_are_those_of_the_reference_tests() {
        let tree = planted(&reference());
        let roots = [
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
            "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
            "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
            "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
            "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
            "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
            "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
            "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
            "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
        ];
        for (root, facts) in roots.into_iter().zip(0..) {
            let head = head(&tree, facts).expect("a head");
            assert_eq!(head.root.to_string(), format!("sha256:{root}"));
        }
    }

    #[test]
    fn proofs_are_those_of_the_reference_tests() {
        let tree = planted(&reference());
        let texts = |proof: Vec<Hash>| -> Vec<String> {
            let digits = |hash: &Hash| hash.to_string().chars().skip(7).take(8).collect();
            proof.iter().map(digits).collect()
        };
        let inclusion = |seq, of| texts(super::inclusion(&tree, seq, of).expect("a proof"));
        let consistency = |from, to| texts(super::consistency(&tree, from, to).expect("a proof"));
        assert_eq!(inclusion(1, 1), Vec::<String>::new());
        assert_eq!(inclusion(1, 8), ["96a296d2", "5f083f0a", "6b47aaf2"]);
        assert_eq!(inclusion(6, 8), ["bc1a0643", "ca854ea1", "d37ee418"]);
        assert_eq!(inclusion(3, 3), ["fac54203"]);
        assert_eq!(inclusion(2, 5), ["6e340b9c", "5f083f0a", "bc1a0643"]);
        assert_eq!(consistency(1, 1), Vec::<String>::new());
        assert_eq!(consistency(1, 8), ["96a296d2", "5f083f0a", "6b47aaf2"]);
        assert_eq!(consistency(6, 8), ["0ebc5d34", "ca854ea1", "d37ee418"]);
        assert_eq!(consistency(2, 5), ["5f083f0a", "bc1a0643"]);
    }

    #[test]
    fn every_head_and_proof_is_that_of_the_tree_in_memory() {
        let leaves = numbered(33);
        let tree = planted(&leaves);
        let mut whole = MemoryBackedTree::<Sha256, Vec<u8>>::new();
        for (leaf, to) in leaves.iter().zip(1_u8..) {
            whole.push(leaf.clone());
            let to = u64::from(to);
            let newer = head(&tree, to).expect("a head");
            assert_eq!(newer.root.as_bytes()[..], whole.root().as_bytes()[..]);
            for (leaf, seq) in leaves.iter().zip(1..=to) {
                let proof = inclusion(&tree, seq, to).expect("a proof");
                assert_eq!(newer.includes(seq, leaf, &proof), Ok(()));
                assert!(newer.includes(seq, b"another", &proof).is_err());
                assert!(newer.includes(seq % to + 1, leaf, &proof).is_err() || to == 1);
            }
            for from in 0..=to {
                let older = head(&tree, from).expect("a head");
                let proof = consistency(&tree, from, to).expect("a proof");
                assert_eq!(newer.extends(&older, &proof), Ok(()), "{from} to {to}");
            }
        }
    }

    #[test]
    fn a_head_that_shrank_or_leads_elsewhere_is_refused() {
        let tree = planted(&numbered(9));
        let other = planted(&reference());
        let at = |tree, facts| head(tree, facts).expect("a head");
        let (older, newer) = (at(&tree, 5), at(&tree, 9));
        let proof = consistency(&tree, 5, 9).expect("a proof");
        let shrank = ProofFault::Shrank { older: 9, newer: 5 };
        assert_eq!(older.extends(&newer, &proof), Err(shrank));
        let elsewhere = newer.extends(&at(&other, 5), &proof);
        assert_eq!(elsewhere, Err(ProofFault::Mismatch));
        assert_eq!(newer.extends(&older, &proof[1..]), Err(ProofFault::Length));
        let outside = ProofFault::Outside { seq: 10, facts: 9 };
        assert_eq!(newer.includes(10, &[9], &proof), Err(outside));
    }

    #[test]
    fn exactly_the_complete_subtrees_are_kept() {
        for facts in 0..40 {
            let mut peaks = Peaks::empty();
            let mut kept: Vec<u64> = Vec::new();
            for _ in 0..facts {
                kept.extend(peaks.push(Hash::of(b"")).iter().map(|(at, _)| at));
            }
            kept.sort_unstable();
            let nodes: Vec<u64> = (0..200).filter(|at| is_node(*at, facts)).collect();
            assert_eq!(kept, nodes, "{facts} facts");
            assert!(!is_node(u64::MAX, facts));
        }
    }
}
