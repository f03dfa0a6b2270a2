//! How a commit becomes durable: a write-ahead log, or a rollback journal on a network share.
//!
//! The write-ahead log needs memory shared between programs, which a network share does not give.
//! `SQLite` notices only some of these shares, so that they are also looked for by name.

use super::PATIENCE;
use rusqlite::{Connection, ErrorCode};
use std::path::Path;
use std::time::Duration;

/// How long to wait before asking again for the write-ahead log.
const PAUSE: Duration = Duration::from_millis(10);

/// How commits are made durable. Both are synced before a commit returns.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Journal {
    /// A write-ahead log: a commit is one sync, and reading goes on beside it.
    WriteAhead,
    /// A rollback journal: slower, but sound on a network share.
    Rollback,
}

/// Sets the journal up: the write-ahead log, unless it is known or found not to work there.
pub(super) fn set(connection: &Connection, shared: bool) -> rusqlite::Result<Journal> {
    if !shared {
        match write_ahead(connection) {
            Ok(true) => return Ok(Journal::WriteAhead),
            Ok(false) => {}
            Err(cause) if is_for_lack_of_memory_shared(&cause) => {}
            Err(cause) => return Err(cause),
        }
    }
    // A record that was made elsewhere may still ask for the log; only exclusive access can read it
    // without shared memory.
    connection.pragma_update(None, "locking_mode", "EXCLUSIVE")?;
    let changed = change(connection, "DELETE");
    connection.pragma_update(None, "locking_mode", "NORMAL")?;
    changed?;
    Ok(Journal::Rollback)
}

/// Which journal a record has that is opened for reading only, where none can be set up.
pub(super) fn of(connection: &Connection) -> rusqlite::Result<Journal> {
    let mode: String = super::schema::pragma(connection, "journal_mode")?;
    Ok(match mode.as_str() {
        "wal" => Journal::WriteAhead,
        _ => Journal::Rollback,
    })
}

/// Asks for the write-ahead log. Where two programs ask at once for a new record's, one is refused
/// without waiting, since each holds what the other waits for; that one asks again.
fn write_ahead(connection: &Connection) -> rusqlite::Result<bool> {
    connection.busy_timeout(PAUSE)?;
    let is_busy = |granted: &rusqlite::Result<bool>| matches!(granted, Err(cause) if cause.sqlite_error_code() == Some(ErrorCode::DatabaseBusy));
    let mut granted = change(connection, "WAL");
    let mut waited = Duration::ZERO;
    while is_busy(&granted) && waited < PATIENCE {
        std::thread::sleep(PAUSE);
        waited += 2 * PAUSE;
        granted = change(connection, "WAL");
    }
    connection.busy_timeout(PATIENCE)?;
    granted
}

/// Asks for a journal mode. Whether it was granted.
fn change(connection: &Connection, mode: &str) -> rusqlite::Result<bool> {
    let granted = |row: &rusqlite::Row<'_>| row.get::<_, String>(0);
    let granted = connection.pragma_update_and_check(None, "journal_mode", mode, granted)?;
    Ok(granted.eq_ignore_ascii_case(mode))
}

fn is_for_lack_of_memory_shared(cause: &rusqlite::Error) -> bool {
    matches!(
        cause.sqlite_error_code(),
        Some(
            ErrorCode::CannotOpen
                | ErrorCode::SystemIoFailure
                | ErrorCode::FileLockingProtocolFailed
        )
    )
}

/// Whether a file lies on a network share, as far as its path or the system tells.
pub(super) fn is_shared(path: &Path) -> bool {
    let text = path.as_os_str().to_string_lossy();
    if cfg!(windows) {
        return text.starts_with(r"\\");
    }
    let folder = super::folder(path);
    if is_known_local(folder) {
        return false;
    }
    match (
        folder.canonicalize(),
        std::fs::read_to_string("/proc/self/mountinfo"),
    ) {
        (Ok(folder), Ok(mounts)) => is_mounted_from_network(&folder, &mounts),
        _ => false,
    }
}

/// Whether a folder lies on a file system of this machine, as most do: that is told by one question
/// to the system, where its table of mounts may have hundreds of lines.
#[cfg(target_os = "linux")]
fn is_known_local(folder: &Path) -> bool {
    /// What statfs(2) says of Btrfs, ext2 to ext4, F2FS, tmpfs and XFS.
    const LOCAL: [u32; 5] = [0x9123_683e, 0xef53, 0xf2f5_2010, 0x0102_1994, 0x5846_5342];
    let kind = rustix::fs::statfs(folder).ok();
    let kind = kind.and_then(|found| u32::try_from(found.f_type).ok());
    kind.is_some_and(|kind| LOCAL.contains(&kind))
}

/// Nothing is known of it.
#[cfg(not(target_os = "linux"))]
fn is_known_local(_: &Path) -> bool {
    false
}

/// File systems that other machines, or the host of a virtual one, write to as well.
const SHARES: &[&str] = &[
    "nfs",
    "nfs4",
    "cifs",
    "smb3",
    "smbfs",
    "9p",
    "afs",
    "ceph",
    "ncpfs",
    "vboxsf",
    "prl_fs",
    "virtiofs",
    "drvfs",
    "davfs",
    "fuse.sshfs",
    "fuse.glusterfs",
    "fuse.davfs2",
    "fuse.rclone",
    "fuse.smbnetfs",
    "fuse.vmhgfs-fuse",
];

/// Whether `folder` lies on a share, by the kernel's table of mounts (proc(5), `mountinfo`).
fn is_mounted_from_network(folder: &Path, mounts: &str) -> bool {
    let mount = |line: &str| {
        let (before, after) = line.split_once(" - ")?;
        let point = before.split(' ').nth(4)?.replace(r"\040", " ");
        let kind = after.split(' ').next()?.to_owned();
        folder.starts_with(&point).then_some((point.len(), kind))
    };
    // Of mounts over each other the last one is seen, which is the one that `max_by_key` takes.
    let deepest = mounts.lines().filter_map(mount).max_by_key(|(len, _)| *len);
    deepest.is_some_and(|(_, kind)| SHARES.contains(&kind.as_str()))
}

#[cfg(test)]
mod tests {
    use super::*;

    const MOUNTS: &str = "\
22 1 254:0 / / rw,relatime - ext4 /dev/vda rw
30 22 0:40 / /mnt/school\\040share rw,relatime shared:1 - cifs //server/share rw
31 22 0:41 / /mnt rw - tmpfs tmpfs rw
32 30 0:42 / /mnt/school\\040share/local rw - ext4 /dev/vdb rw
";

    #[test]
    fn a_share_is_known_by_its_mount() {
        let shared = |path: &str| is_mounted_from_network(Path::new(path), MOUNTS);
        assert!(shared("/mnt/school share"));
        assert!(shared("/mnt/school share/duban"));
        assert!(!shared("/mnt/school share/local/duban"));
        assert!(!shared("/mnt/school shares"));
        assert!(!shared("/home/school"));
    }
}
