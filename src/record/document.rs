//! Documents: what facts refer to by digest, such as the checklist that was adopted.

use super::Record;
use super::error::{RecordError, Trouble};
use super::head::Hash;
use rusqlite::params;

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

    /// What `read` makes of the document filed under `digest`, if there is one. It is not copied:
    /// checklists are read at every start.
    pub fn document<T>(
        &self,
        digest: &str,
        read: impl FnOnce(&str) -> T,
    ) -> Result<Option<T>, RecordError> {
        let sql = "SELECT body, sum FROM document WHERE digest = ?1";
        let found = || -> Result<Option<T>, Trouble> {
            let mut statement = self.connection.prepare_cached(sql)?;
            let mut rows = statement.query([digest])?;
            let Some(row) = rows.next()? else {
                return Ok(None);
            };
            let body = row.get_ref(0)?.as_str().map_err(rusqlite::Error::from)?;
            let kept: [u8; 32] = row.get(1)?;
            if Hash::from(kept) != sum(digest.as_bytes(), body.as_bytes()) {
                let digest = digest.to_owned();
                Err(RecordError::BadDocument { digest })?;
            }
            Ok(Some(read(body)))
        };
        self.told(found())
    }
}

/// The hash of a document and of the digest it is filed under: of the digest, a zero byte, and the
/// body.
pub(super) fn sum(digest: &[u8], body: &[u8]) -> Hash {
    Hash::of_parts(&[digest, b"\0", body])
}

#[cfg(test)]
mod tests {
    use crate::record::samples::Place;

    #[test]
    fn a_document_is_put_once_and_stays() {
        let place = Place::new();
        let mut record = place.open();
        assert_eq!(record.document("sha256:1", |_| ()).expect("read"), None);
        record.put_document("sha256:1", "{}").expect("put");
        record.put_document("sha256:1", "[]").expect("put again");
        let body = record.document("sha256:1", str::to_owned).expect("read");
        assert_eq!(body.as_deref(), Some("{}"));
    }
}
