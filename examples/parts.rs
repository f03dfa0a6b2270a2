use duban::format::*;
use duban::report::*;
use duban::rollup::*;
use std::time::Instant;
fn main() {
    let dir = std::env::args().nth(1).unwrap();
    let files: Vec<_> = std::fs::read_dir(dir)
        .unwrap()
        .map(|e| e.unwrap().path())
        .take(600)
        .collect();
    for _ in 0..3 {
        let t = Instant::now();
        let b: Vec<Vec<u8>> = files.iter().map(|f| std::fs::read(f).unwrap()).collect();
        println!("read {:?}", t.elapsed());
        let t = Instant::now();
        let d: Vec<String> = b.iter().map(|b| digest(b)).collect();
        println!("digest {:?}", t.elapsed());
        std::hint::black_box(d);
        let t = Instant::now();
        for x in &b {
            std::hint::black_box(written_as(x));
        }
        println!("written {:?}", t.elapsed());
        let t = Instant::now();
        for x in &b {
            let r: StatusReport = serde_yaml::from_str(std::str::from_utf8(x).unwrap()).unwrap();
            std::hint::black_box(r);
        }
        println!("parse+drop {:?}", t.elapsed());
        let t = Instant::now();
        let rs: Vec<StatusReport> = b.iter().map(|x| read_written("", x).unwrap()).collect();
        println!("read_written {:?}", t.elapsed());
        let t = Instant::now();
        for r in &rs {
            std::hint::black_box(contradictions(r));
        }
        println!("contra {:?}", t.elapsed());
        let mut s = Shapes::default();
        let t = Instant::now();
        let rows: Vec<Row> = rs.iter().map(|r| Row::of(r, &mut s)).collect();
        println!("row {:?}", t.elapsed());
        let t = Instant::now();
        let mut ru = RollUp::default();
        for (i, r) in rows.into_iter().enumerate() {
            ru.take(
                FileEntry {
                    name: i.to_string(),
                    digest: None,
                },
                r,
            );
        }
        println!("take {:?}", t.elapsed());
        let t = Instant::now();
        drop(rs);
        println!("drop {:?}", t.elapsed());
        std::hint::black_box(ru);
    }
}
