//! Numbers that look random, and are the same every time.

#![allow(dead_code, reason = "each test uses the part that it needs")]

/// Numbers that follow from a seed (Steele and others 2014, `SplitMix64`).
pub(crate) struct Chance(pub(crate) u64);

impl Chance {
    pub(crate) fn below(&mut self, bound: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (z ^ (z >> 31)) % bound
    }

    pub(crate) fn is_one_of(&mut self, many: u64) -> bool {
        self.below(many) == 0
    }

    pub(crate) fn one<'a>(&mut self, of: &[&'a str]) -> &'a str {
        let count = u64::try_from(of.len()).expect("a few");
        of[usize::try_from(self.below(count)).expect("one of a few")]
    }
}
