//! Documents: what facts refer to by digest, such as the checklist that was adopted.

use super::Record;
use super::error::{RecordError, Trouble};
use super::head::Hash;
use rusqlite::{OptionalExtension, params};

impl Record {
    /// Files a document under `digest`, the digest of the file it was made from. What is there
    /// already stays.
    pub fn put_document(&mut self, digest: &str, body: &str) -> Result<(), RecordError> {
        let put = self.connection.execute(
            "INSERT INTO document (digest, body, sum) SELECT ?1, ?2, ?3
             WHERE NOT EXISTS (SELECT 1 FROM document WHERE digest = ?1)",
            params![
                digest,
                body,
                sum(digest.as_bytes(), body.as_bytes()).as_bytes()
            ],
        );
        self.told(put).map(|_| ())
    }

    /// The document filed under `digest`, if there is one.
    pub fn document(&self, digest: &str) -> Result<Option<String>, RecordError> {
        let sql = "SELECT body, sum FROM document WHERE digest = ?1";
        let found = || -> Result<Option<(String, [u8; 32])>, Trouble> {
            let mut statement = self.connection.prepare_cached(sql)?;
            let row = statement.query_row([digest], |row| Ok((row.get(0)?, row.get(1)?)));
            Ok(row.optional()?)
        };
        match self.told(found())? {
            Some((body, kept)) if Hash::from(kept) != sum(digest.as_bytes(), body.as_bytes()) => {
                let digest = digest.to_owned();
                Err(RecordError::BadDocument { digest })
            }
            found => Ok(found.map(|(body, _)| body)),
        }
    }
}

/// The hash of a document and of the digest it is filed under: of the digest, a zero byte, and the
/// body.
pub(super) fn sum(digest: &[u8], body: &[u8]) -> Hash {
    Hash::of(&[digest, b"\0", body].concat())
}

#[cfg(test)]
mod tests {
    use crate::record::samples::Place;

    #[test]
    fn a_document_is_put_once_and_stays() {
        let place = Place::new();
        let mut record = place.open();
        assert_eq!(record.document("sha256:1").expect("read"), None);
        record.put_document("sha256:1", "{}").expect("put");
        record.put_document("sha256:1", "[]").expect("put again");
        let body = record.document("sha256:1").expect("read");
        assert_eq!(body.as_deref(), Some("{}"));
    }
}
