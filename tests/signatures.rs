//! Signatures of reports: what `ssh-keygen` makes is accepted where it accepts it, and nowhere else.

#![expect(clippy::needless_raw_string_hashes, reason = "snapbox writes them so")]

#[path = "cli/home.rs"]
#[allow(dead_code, reason = "the tests of the command line use the rest")]
mod home;

use base64::Engine;
use base64::engine::general_purpose::STANDARD;
use chrono::{DateTime, FixedOffset};
use duban::clock::Clock;
use duban::format::{Claim, REPORT_PURPOSE, Signature, SignedBy, read_signers, render};
use duban::rollup::SignatureFault;
use duban::text::Lang;
use duban::workspace::WorkspaceError;
use duban::workspace::signature::SignatureCheck;
use ed25519_dalek::Signer;
use home::Home;
use proptest::prelude::*;
use sha2::{Digest, Sha256, Sha512};
use snapbox::{assert_data_eq, str};
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::OnceLock;

const MESSAGE: &[u8] = "school: { id: qingshan, name: 青山小学 }\n".as_bytes();
const SCHOOL: &str = "qingshan";
/// When it was signed, in China.
const AT: &str = "2022-03-18T16:00:00+08:00";

/// Whether there is an `ssh-keygen`; where all has to be tested, there is.
fn has_ssh_keygen() -> bool {
    let run = Command::new("ssh-keygen").arg("-?").output();
    if let Err(error) = run {
        assert!(std::env::var_os("CI").is_none(), "no ssh-keygen: {error}");
        eprintln!("skipped: no ssh-keygen ({error}); Debian has it in openssh-client");
        return false;
    }
    true
}

/// Keys that the tests share, each made once.
struct Keys(tempfile::TempDir);

fn keys() -> &'static Keys {
    static KEYS: OnceLock<Keys> = OnceLock::new();
    KEYS.get_or_init(|| {
        let keys = Keys(tempfile::tempdir().expect("a folder"));
        for (name, kind, bits) in [
            ("ours", "ed25519", "256"),
            ("theirs", "ed25519", "256"),
            ("p256", "ecdsa", "256"),
            ("p384", "ecdsa", "384"),
            ("p521", "ecdsa", "521"),
            ("rsa", "rsa", "2048"),
        ] {
            let mut make = Command::new("ssh-keygen");
            make.args(["-q", "-N", "", "-C", name, "-t", kind, "-b", bits, "-f"]);
            let status = make.arg(keys.path(name)).status();
            assert!(status.expect("ssh-keygen").success(), "{name}");
        }
        keys
    })
}

impl Keys {
    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    /// A public key, as its file has it: kind, key, comment.
    fn public(&self, name: &str) -> String {
        let text = fs::read_to_string(self.path(name).with_extension("pub"));
        text.expect("a public key").trim().to_owned()
    }

    fn sign(&self, name: &str, purpose: &str, options: &[&str]) -> Vec<u8> {
        let message = keys().0.path().join(format!("message-{name}"));
        fs::write(&message, MESSAGE).expect("written");
        let mut sign = Command::new("ssh-keygen");
        sign.args(["-q", "-Y", "sign", "-n", purpose, "-f"]);
        sign.arg(self.path(name)).args(options);
        sign.stdin(File::open(&message).expect("the message"));
        let signed = sign.output().expect("ssh-keygen");
        assert!(signed.status.success(), "{signed:?}");
        signed.stdout
    }
}

/// Something to be judged, here and by `ssh-keygen`.
struct Case<'a> {
    list: &'a str,
    message: &'a [u8],
    signature: &'a [u8],
    school: &'a str,
}

fn moment() -> DateTime<FixedOffset> {
    AT.parse().expect("a moment")
}

impl Case<'_> {
    fn here(&self, folder: &Path) -> Result<SignedBy, Said> {
        let list = folder.join("signers");
        fs::write(&list, self.list).expect("written");
        let check = match SignatureCheck::by(&list, Clock::Fixed(moment()), Lang::En) {
            Ok(check) => check,
            Err(WorkspaceError::Problems(_)) => return Err(Said::BadList),
            Err(error) => unreachable!("{error}"),
        };
        let claim = Claim {
            school: Some(self.school),
            purpose: REPORT_PURPOSE,
            at: moment(),
        };
        let judged = check.judge(self.message, Some(self.signature), &claim);
        judged.map_err(Said::Fault)
    }

    fn by_ssh_keygen(&self, folder: &Path) -> bool {
        let at = |name: &str| folder.join(name);
        fs::write(at("signers"), self.list).expect("written");
        fs::write(at("message"), self.message).expect("written");
        fs::write(at("signature"), self.signature).expect("written");
        let mut verify = Command::new("ssh-keygen");
        verify.args(["-Y", "verify", "-n", REPORT_PURPOSE, "-I", self.school]);
        verify.args(["-O", "verify-time=20220318160000", "-f"]);
        verify.arg(at("signers")).arg("-s").arg(at("signature"));
        verify.env("TZ", "Asia/Shanghai");
        verify.stdin(File::open(at("message")).expect("the message"));
        verify.stdout(Stdio::null()).stderr(Stdio::null());
        verify.status().expect("ssh-keygen").success()
    }

    /// What is said here, which is what `ssh-keygen` says.
    fn judged(&self) -> Result<SignedBy, Said> {
        let folder = tempfile::tempdir().expect("a folder");
        let here = self.here(folder.path());
        let there = self.by_ssh_keygen(folder.path());
        assert_eq!(here.is_ok(), there, "{here:?} for {}", self.list);
        here
    }
}

#[derive(Debug, PartialEq, Eq)]
enum Said {
    BadList,
    Fault(SignatureFault),
}

/// What is said of `ours` over the message, with a list in which `{key}` stands for the key.
fn by_list(list: &str) -> Result<SignedBy, Said> {
    let signature = keys().sign("ours", REPORT_PURPOSE, &[]);
    Case {
        list: &list.replace("{key}", &keys().public("ours")),
        message: MESSAGE,
        signature: &signature,
        school: SCHOOL,
    }
    .judged()
}

#[test]
fn a_signature_of_any_kind_of_key_is_judged_as_ssh_keygen_does() {
    if !has_ssh_keygen() {
        return;
    }
    for name in ["ours", "p256", "p384", "p521", "rsa"] {
        for hash in ["hashalg=sha256", "hashalg=sha512"] {
            let list = format!("{SCHOOL} {}\n", keys().public(name));
            let signature = keys().sign(name, REPORT_PURPOSE, &["-O", hash]);
            let right = Case {
                list: &list,
                message: MESSAGE,
                signature: &signature,
                school: SCHOOL,
            };
            let signed = right.judged().expect("it is right");
            assert_eq!(signed.line, 1);
            let printed = Command::new("ssh-keygen")
                .arg("-lf")
                .arg(keys().path(name))
                .output();
            let printed = String::from_utf8(printed.expect("ssh-keygen").stdout).expect("UTF-8");
            assert!(printed.contains(&signed.key), "{printed} {}", signed.key);
            let altered = String::from_utf8_lossy(MESSAGE).replace("id", "ID");
            let altered = Case {
                message: altered.as_bytes(),
                ..right
            };
            assert_eq!(altered.judged(), Err(Said::Fault(SignatureFault::Altered)));
        }
    }
}

/// What a list has to say, and what is made of it.
#[test]
fn a_list_lets_those_sign_whom_it_lets_sign_with_ssh_keygen() {
    if !has_ssh_keygen() {
        return;
    }
    let theirs = keys().public("theirs");
    for (right, line) in [
        ("qingshan {key}", 1),
        ("# schools\n\n \t\nqingshan {key}\n", 4),
        ("\tqingshan   {key}\r\n", 1),
        ("a,qingshan,b {key}", 1),
        ("q* {key}", 1),
        ("*,!beiling {key}", 1),
        ("qing???n {key}", 1),
        ("\"qingshan\" {key}", 1),
        ("\"two words,qingshan\" {key}", 1),
        ("qingshan namespaces=\"duban.status-report\" {key}", 1),
        ("qingshan namespaces=\"git,duban.*\" {key}", 1),
        ("qingshan NameSpaces=\"*,!file\" {key}", 1),
        ("qingshan valid-after=\"20220318\" {key}", 1),
        ("qingshan valid-after=\"202203181600\" {key}", 1),
        ("qingshan valid-after=\"20220318080000Z\" {key}", 1),
        ("qingshan valid-before=\"20220318160000\" {key}", 1),
        ("qingshan valid-before=\"202203180800z\" {key}", 1),
        (
            "qingshan valid-after=\"20220101\",valid-before=\"20230101\",namespaces=\"*\" {key}",
            1,
        ),
        (
            "qingshan valid-before=\"2021\x30101\" {key}\nqingshan {key}",
            2,
        ),
        ("beiling {key}\nqingshan {key}", 2),
        ("qingshan namespaces=\"git\" {key}\nqing* {key}", 2),
    ] {
        let signed = by_list(right).map(|signed| signed.line);
        assert_eq!(signed, Ok(line), "{right}");
    }
    let other = |of: &str| SignatureFault::OtherSchool(of.to_owned());
    for (wrong, fault) in [
        ("beiling {key}", other("beiling")),
        ("Qingshan {key}", other("Qingshan")),
        ("qingshan,!q* {key}", other("qingshan,!q*")),
        ("!beiling {key}", other("!beiling")),
        ("\"qingshan \" {key}", other("qingshan ")),
        (
            "qingshan namespaces=\"git\" {key}",
            SignatureFault::NotLetSign(REPORT_PURPOSE.to_owned()),
        ),
        (
            "qingshan namespaces=\"*,!duban.*\" {key}",
            SignatureFault::NotLetSign(REPORT_PURPOSE.to_owned()),
        ),
    ] {
        assert_eq!(by_list(wrong), Err(Said::Fault(fault)), "{wrong}");
    }
    for wrong in [
        "qingshan valid-after=\"20220319\" {key}",
        "qingshan valid-after=\"202203181601\" {key}",
        "qingshan valid-after=\"20220318160000Z\" {key}",
        "qingshan valid-before=\"20220318\" {key}",
        "qingshan valid-before=\"20220318155959\" {key}",
    ] {
        let judged = by_list(wrong);
        let out = matches!(judged, Err(Said::Fault(SignatureFault::OutOfTime { .. })));
        assert!(out, "{wrong}: {judged:?}");
    }
    let judged = by_list(&format!("qingshan {theirs}"));
    let unknown = matches!(&judged, Err(Said::Fault(SignatureFault::UnknownKey(key))) if key.starts_with("SHA256:"));
    assert!(unknown, "{judged:?}");
}

#[test]
fn what_is_wrong_with_a_list_is_said_at_once_with_its_line() {
    if !has_ssh_keygen() {
        return;
    }
    let ours = keys().public("ours");
    let [kind, key, _] = ours.split(' ').collect::<Vec<_>>()[..] else {
        unreachable!("{ours}");
    };
    let short = key.get(..60).expect("a key");
    let lines = [
        "qingshan".to_owned(),
        format!("\"qingshan {ours}"),
        format!("qingshan {kind}"),
        format!("qingshan {kind} {short}"),
        format!("qingshan ecdsa-sha2-nistp256 {key}"),
        format!("qingshan ssh-dss {key}"),
        format!("qingshan ssh-ed25519-cert-v01@openssh.com {key}"),
        format!("* cert-authority {ours}"),
        format!("qingshan namespace=\"x\" {ours}"),
        format!("qingshan namespaces=x {ours}"),
        format!("qingshan namespaces=\"x {ours}"),
        format!("qingshan namespaces=\"x\",namespaces=\"y\" {ours}"),
        format!("qingshan valid-after=\"tomorrow\",valid-before=\"20220231\" {ours}"),
        format!("qingshan valid-after=\"20230101\",valid-before=\"20220101\" {ours}"),
        format!("qing shan {ours}"),
    ];
    let all = format!("good {ours}\n{}\n", lines.join("\n"));
    let problems = read_signers("signers", all.as_bytes()).expect_err("problems");
    let places: Vec<_> = problems.list.iter().map(|p| p.line).collect();
    assert_eq!(
        places,
        [2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 14, 15, 16]
    );
    let said = |lang| {
        let said = problems.list.iter().map(|p| {
            let (what, remedy) = p.what.say(lang);
            format!("{}:{} {what} = {remedy}\n", p.line, p.column)
        });
        said.collect::<String>()
    };
    assert_data_eq!(
        said(Lang::Zh) + &said(Lang::En),
        str![[r#"
2:9 这一行没有公钥 = 写成：学校编号、空格、学校的公钥（.pub 文件的内容）
3:1 引号没有配对 = 补上后一个引号
4:21 这一行没有公钥 = 写成：学校编号、空格、学校的公钥（.pub 文件的内容）
5:22 公钥不完整或有改动 = 从学校的 .pub 文件重新复制整行
6:30 这个公钥的类型是 ssh-ed25519，与前面写的不同 = 从学校的 .pub 文件重新复制整行
7:10 不认识的密钥类型“ssh-dss” = 可以用 ssh-ed25519、sk-ssh-ed25519@openssh.com、ecdsa-sha2-nistp256、ecdsa-sha2-nistp384、ecdsa-sha2-nistp521、sk-ecdsa-sha2-nistp256@openssh.com、ssh-rsa
8:10 不支持证书 = 写学校自己的公钥，不写证书
9:3 不支持 cert-authority（由证书机构担保的密钥） = 逐校写明公钥，删去这个选项
10:10 不认识的选项“namespace” = 可以写 namespaces、valid-after、valid-before，各选项之间只用逗号；学校编号里有空格时加引号
11:10 选项 namespaces 的值要写在引号里 = 例如 namespaces="duban.status-report"
12:21 引号没有配对 = 补上后一个引号
13:25 选项 namespaces 出现了两次 = 删去一个
14:10 “tomorrow”不是时间 = 写成 20220901，或 202209010800；末尾加 Z 表示世界时
14:33 “20220231”不是时间 = 写成 20220901，或 202209010800；末尾加 Z 表示世界时
15:10 valid-before 不晚于 valid-after = 检查这两个时间
16:6 不认识的选项“shan” = 可以写 namespaces、valid-after、valid-before，各选项之间只用逗号；学校编号里有空格时加引号
2:9 there is no key on this line = write the school's id, a space, and its public key (what is in its .pub file)
3:1 this quote is never closed = close it
4:21 there is no key on this line = write the school's id, a space, and its public key (what is in its .pub file)
5:22 this is no whole key = copy the whole line of the school's .pub file again
6:30 this key is of kind ssh-ed25519, unlike the word before it = copy the whole line of the school's .pub file again
7:10 unknown kind of key `ssh-dss` = possible are ssh-ed25519, sk-ssh-ed25519@openssh.com, ecdsa-sha2-nistp256, ecdsa-sha2-nistp384, ecdsa-sha2-nistp521, sk-ecdsa-sha2-nistp256@openssh.com, ssh-rsa
8:10 certificates are not supported = write the school's own public key
9:3 keys vouched for by an authority are not supported = list each school's own key, and leave `cert-authority` out
10:10 unknown option `namespace` = possible are namespaces, valid-after and valid-before, with commas and no spaces between; an id with spaces needs quotes
11:10 option `namespaces` needs its value in quotes = write it like `namespaces="duban.status-report"`
12:21 this quote is never closed = close it
13:25 option `namespaces` is there twice = leave one of them out
14:10 `tomorrow` is no time = write 20220901 or 202209010800, with a Z at the end for UTC
14:33 `20220231` is no time = write 20220901 or 202209010800, with a Z at the end for UTC
15:10 `valid-before` is not after `valid-after` = check both times
16:6 unknown option `shan` = possible are namespaces, valid-after and valid-before, with commas and no spaces between; an id with spaces needs quotes

"#]]
    );
    for line in &lines {
        // The date that is none is one to `ssh-keygen`, which counts on to March.
        let is_odd = line.contains("20220231");
        assert!(is_odd || by_list(line) == Err(Said::BadList), "{line}");
    }
    let empty = read_signers("signers", b"# nobody yet\n").expect_err("a problem");
    assert_data_eq!(
        render(&empty, Lang::Zh) + &render(&empty, Lang::En),
        str![[r#"
signers:1:1: 签名人名单是空的
  1 | # nobody yet
    | ^
    = 每所学校一行：学校编号、空格、学校的公钥（.pub 文件的内容）
signers:1:1: nobody is on this list of signers
  1 | # nobody yet
    | ^
    = one line per school: its id, a space, its public key (what is in its .pub file)

"#]]
    );
}

#[test]
fn a_signature_for_another_purpose_is_none_of_a_report() {
    if !has_ssh_keygen() {
        return;
    }
    let signature = keys().sign("ours", "file", &[]);
    let case = Case {
        list: &format!("{SCHOOL} {}", keys().public("ours")),
        message: MESSAGE,
        signature: &signature,
        school: SCHOOL,
    };
    let fault = SignatureFault::OtherPurpose("file".to_owned());
    assert_eq!(case.judged(), Err(Said::Fault(fault)));
}

fn put(to: &mut Vec<u8>, string: &[u8]) {
    let length = u32::try_from(string.len()).expect("short");
    to.extend(length.to_be_bytes());
    to.extend(string);
}

fn strings(all: &[&[u8]]) -> Vec<u8> {
    let mut bytes = Vec::new();
    for string in all {
        put(&mut bytes, string);
    }
    bytes
}

fn armoured(blob: &[u8]) -> Vec<u8> {
    let body = STANDARD.encode(blob);
    format!("-----BEGIN SSH SIGNATURE-----\n{body}\n-----END SSH SIGNATURE-----\n").into_bytes()
}

/// What a hardware key makes over the message, and its public key.
fn of_token(flags: u8) -> (Vec<u8>, String) {
    const KIND: &[u8] = b"sk-ssh-ed25519@openssh.com";
    let secret = ed25519_dalek::SigningKey::from_bytes(&[5; 32]);
    let public = strings(&[KIND, secret.verifying_key().as_bytes(), b"ssh:"]);
    let purpose = REPORT_PURPOSE.as_bytes();
    let hash = Sha512::digest(MESSAGE);
    let mut signed = b"SSHSIG".to_vec();
    signed.extend(strings(&[purpose, b"", b"sha512", &hash]));
    let mut told = Sha256::digest(b"ssh:").to_vec();
    told.extend([flags, 0, 0, 0, 9]);
    told.extend(Sha256::digest(&signed));
    let mut made = strings(&[KIND, &secret.sign(&told).to_bytes()]);
    made.extend([1, 0, 0, 0, 9]);
    let mut blob = b"SSHSIG\0\0\0\x01".to_vec();
    blob.extend(strings(&[&public, purpose, b"", b"sha512", &made]));
    let key = STANDARD.encode(public);
    (armoured(&blob), format!("sk-ssh-ed25519@openssh.com {key}"))
}

#[test]
fn a_hardware_key_signs_as_well() {
    if !has_ssh_keygen() {
        return;
    }
    for (flags, wanted) in [
        (1, Ok(1)),
        // The touch that it tells of is not the one that it signed.
        (0, Err(Said::Fault(SignatureFault::Altered))),
    ] {
        let (signature, key) = of_token(flags);
        let case = Case {
            list: &format!("{SCHOOL} {key}"),
            message: MESSAGE,
            signature: &signature,
            school: SCHOOL,
        };
        assert_eq!(case.judged().map(|signed| signed.line), wanted);
    }
}

#[test]
fn what_is_no_signature_is_none() {
    if !has_ssh_keygen() {
        return;
    }
    let right = String::from_utf8(keys().sign("ours", REPORT_PURPOSE, &[])).expect("text");
    let list = format!("{SCHOOL} {}", keys().public("ours"));
    for wrong in [
        String::new(),
        "-----BEGIN PGP SIGNATURE-----\n\niQ==\n-----END PGP SIGNATURE-----\n".to_owned(),
        right.replace("BEGIN", "begin"),
        right.replace("-----END SSH SIGNATURE-----", ""),
        right.replacen("\nU1NIU0lH", "\n", 1),
        right.replacen("\nU1NIU0lH", "\nU1NI!0lH", 1),
        format!("\n{right}"),
    ] {
        let case = Case {
            list: &list,
            message: MESSAGE,
            signature: wrong.as_bytes(),
            school: SCHOOL,
        };
        let judged = case.judged();
        assert_eq!(
            judged,
            Err(Said::Fault(SignatureFault::Malformed)),
            "{wrong}"
        );
    }
}

fn signature_of_ours() -> &'static [u8] {
    static SIGNATURE: OnceLock<Vec<u8>> = OnceLock::new();
    SIGNATURE.get_or_init(|| keys().sign("ours", REPORT_PURPOSE, &[]))
}

/// A piece of a list, with `{n}` for a key.
fn list_line() -> impl Strategy<Value = String> {
    let pattern = prop::sample::select(vec![
        "qingshan",
        "q*",
        "*",
        "?ingshan",
        "beiling",
        "!qingshan",
        "!b*",
        "QINGSHAN",
        "",
        "青山",
    ]);
    let names = prop::collection::vec(pattern, 1..4).prop_map(|all| all.join(","));
    let quoted = (names, any::<bool>()).prop_map(|(names, quoted)| {
        if quoted {
            format!("\"{names}\"")
        } else {
            names
        }
    });
    let option = prop::sample::select(vec![
        "namespaces=\"duban.*\"",
        "namespaces=\"git\"",
        "namespaces=\"!git,*\"",
        "valid-after=\"20220318\"",
        "valid-after=\"20220319\"",
        "valid-before=\"20220318\"",
        "valid-before=\"20220319Z\"",
        "VALID-BEFORE=\"202203181600\"",
        "cert-authority",
        "valid-after=20220318",
    ]);
    let options = prop::collection::vec(option, 0..3).prop_map(|all| all.join(","));
    let key = prop::sample::select(vec!["{ours}", "{theirs}"]);
    (quoted, options, key).prop_map(|(names, options, key)| {
        let parts = [names.as_str(), &options, key].into_iter();
        let parts: Vec<&str> = parts.filter(|part| !part.is_empty()).collect();
        parts.join(" ")
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(96))]
    #[test]
    fn any_list_says_what_it_says_to_ssh_keygen(
        lines in prop::collection::vec(list_line(), 1..4),
    ) {
        if !has_ssh_keygen() {
            return Ok(());
        }
        let signature = signature_of_ours();
        let (ours, theirs) = (keys().public("ours"), keys().public("theirs"));
        let list = lines.join("\n").replace("{ours}", &ours).replace("{theirs}", &theirs);
        let case = Case { list: &list, message: MESSAGE, signature, school: SCHOOL };
        let folder = tempfile::tempdir().expect("a folder");
        let here = case.here(folder.path());
        // A list with a wrong line is refused here whole, and there from that line on.
        if here != Err(Said::BadList) {
            prop_assert_eq!(here.is_ok(), case.by_ssh_keygen(folder.path()), "{:?} {}", here, list);
        }
    }
}

/// The signature of a message, with its key on the list, made without `ssh-keygen`.
fn of_token_list() -> (Vec<u8>, String) {
    let (signature, key) = of_token(1);
    (signature, format!("{SCHOOL} {key}"))
}

/// Such a moment can be read, and in a zone farther east it is one that no calendar holds.
#[test]
fn a_report_of_the_end_of_all_calendars_is_out_of_time_and_stops_nothing() {
    let folder = tempfile::tempdir().expect("a folder");
    let list = folder.path().join("signers");
    let (signature, key) = of_token(1);
    for (at, bound, is_in_time) in [
        (
            "+262142-12-31T23:59:59+00:00",
            "valid-after=\"2021\"",
            false,
        ),
        (
            "+262142-12-31T23:59:59+00:00",
            "valid-before=\"2021\"",
            false,
        ),
        (
            "-262143-01-01T00:00:00+00:00",
            "valid-before=\"2021\"",
            true,
        ),
        ("2022-03-18T16:00:00+00:00", "valid-after=\"2021\"", true),
    ] {
        let bound = bound.replace("2021", "20210901");
        fs::write(&list, format!("{SCHOOL} {bound} {key}")).expect("written");
        let clock = Clock::Fixed(moment());
        let check = SignatureCheck::by(&list, clock, Lang::En).expect("a list");
        let claim = Claim {
            school: Some(SCHOOL),
            purpose: REPORT_PURPOSE,
            at: clock.in_its_zone(at.parse().expect("a moment")),
        };
        let judged = check.judge(MESSAGE, Some(&signature), &claim);
        let is_out = matches!(judged, Err(SignatureFault::OutOfTime { .. }));
        assert_eq!(
            (judged.is_ok(), is_out),
            (is_in_time, !is_in_time),
            "{at} {bound}"
        );
    }
}

proptest! {
    #[test]
    fn a_damaged_signature_never_verifies(
        damage in prop::collection::vec((any::<prop::sample::Index>(), any::<u8>()), 1..5),
        cut in prop::option::weighted(0.2, any::<prop::sample::Index>()),
        more in prop::collection::vec(any::<u8>(), 0..3),
        in_armour in any::<bool>(),
    ) {
        let (right, list) = of_token_list();
        let blob = |file: &[u8]| {
            let text = std::str::from_utf8(file).ok()?;
            let body: String = text.lines().filter(|line| !line.starts_with('-')).collect();
            STANDARD.decode(body.replace([' ', '\t', '\x0c'], "")).ok()
        };
        let whole = blob(&right).expect("a blob");
        let mut damaged = if in_armour { right } else { whole.clone() };
        for (at, byte) in damage {
            let at = at.index(damaged.len());
            damaged[at] = byte;
        }
        if let Some(cut) = cut {
            damaged.truncate(cut.index(damaged.len()));
        }
        damaged.extend(more);
        let file = if in_armour { damaged } else { armoured(&damaged) };
        let signers = read_signers("signers", list.as_bytes()).expect("a list");
        let claim = Claim { school: Some(SCHOOL), purpose: REPORT_PURPOSE, at: moment() };
        let nobody = |_: &[u8], _: &[u8], _: &str| Err("not asked".to_owned());
        let judged = signers.judge(MESSAGE, Some(&file), &claim, &nobody);
        // Another byte may have been the same, or the white space of the armour.
        if judged.is_ok() {
            prop_assert_eq!(blob(&file), Some(whole));
        }
    }

    #[test]
    fn nothing_makes_a_reader_stumble(bytes in prop::collection::vec(any::<u8>(), 0..300), text in "\\PC*") {
        let _ = Signature::read(&bytes);
        let _ = Signature::read(&armoured(&bytes));
        let mut blob = b"SSHSIG\0\0\0\x01".to_vec();
        blob.extend(&bytes);
        prop_assert!(Signature::read(&armoured(&blob)).is_err());
        let _ = read_signers("signers", &bytes);
        let _ = read_signers("signers", text.as_bytes());
        let _ = read_signers("signers", format!("{SCHOOL} {text} ssh-ed25519 {text}").as_bytes());
    }
}

/// A school with a key of its own.
fn school_with_key() -> Home {
    let home = Home::set_up();
    make_key(&home.file("signing-key"));
    home
}

fn make_key(path: &Path) {
    let mut make = Command::new("ssh-keygen");
    make.args(["-q", "-N", "", "-C", "the key of a test", "-t", "ed25519"]);
    let status = make.arg("-f").arg(path).status();
    assert!(status.expect("ssh-keygen").success());
}

/// What the program says, with keys taken out.
fn without_keys(text: &str) -> String {
    let mut parts = text.split("SHA256:");
    let first = parts.next().unwrap_or_default().to_owned();
    parts.fold(first, |text, part| {
        let rest: String = part.chars().skip(43).collect();
        text + "[key]" + &rest
    })
}

/// Writes the list that lets a key sign for schools.
fn list(home: &Home, name: &str, lines: &[(&str, &str)]) {
    let line = |(who, key): &(&str, &str)| {
        let public = fs::read_to_string(home.beside(key).with_extension("pub"));
        format!("{who} {}", public.expect("a public key"))
    };
    let lines: String = lines.iter().map(line).collect();
    fs::write(home.beside(name), lines).expect("written");
}

fn names(home: &Home) -> Vec<String> {
    let entries = fs::read_dir(home.beside("")).expect("a folder");
    let names = entries.map(|entry| entry.expect("an entry").file_name().into_string());
    let mut names: Vec<String> = names.map(|name| name.expect("UTF-8")).collect();
    names.retain(|name| !["home", "elsewhere"].contains(&name.as_str()));
    names.sort();
    names
}

#[test]
fn a_report_is_signed_with_the_schools_key_and_ssh_keygen_agrees() {
    if !has_ssh_keygen() {
        return;
    }
    let home = school_with_key();
    let said = home.ok(&["report", "--sign", "-o", "a.yaml", "-o", "a.json"])
        + &home.ok_en(&["report", "-o", "b.yaml", "--sign", "home/signing-key"]);
    assert_data_eq!(
        without_keys(&said),
        str![[r#"
2022-W11 的报告已写入 a.yaml：应办 81，已办 0（迟办 0，补录 0），逾期 0，不适用 0，完成率 0.0%
签名已写入 a.yaml.sig（密钥 [key]）
2022-W11 的报告已写入 a.json：应办 81，已办 0（迟办 0，补录 0），逾期 0，不适用 0，完成率 0.0%
签名已写入 a.json.sig（密钥 [key]）
wrote the report of 2022-W11 to b.yaml: 81 required, 0 done (0 late, 0 entered late), 0 overdue, 0 waived, 0.0%
signed in b.yaml.sig with the key [key]

"#]]
    );
    list(&home, "signers", &[("qingshan", "home/signing-key")]);
    for name in ["a.yaml", "a.json", "b.yaml"] {
        let mut verify = Command::new("ssh-keygen");
        verify.args(["-Y", "verify", "-n", REPORT_PURPOSE, "-I", SCHOOL, "-f"]);
        verify.arg(home.beside("signers"));
        verify.arg("-s").arg(home.beside(&format!("{name}.sig")));
        verify.stdin(File::open(home.beside(name)).expect("a report"));
        let verified = verify.output().expect("ssh-keygen");
        assert!(verified.status.success(), "{verified:?}");
    }
    let said = home.ok(&["verify", "a.json", "--signers", "signers"])
        + &home.ok_en(&["verify", "b.yaml", "--signers", "signers"])
        + &home.ok(&["verify", "a.yaml"])
        + &home.ok_en(&["verify", "a.yaml"]);
    assert_data_eq!(
        without_keys(&said),
        str![[r#"
台账完好：2 条记录，根哈希 sha256:[hash]
a.json 符合格式，合计与 117 个事项相符
a.json 与台账一致：前 2 条记录未被改动
签名属实：qingshan，密钥 [key]（名单第 1 行）
the record is sound: 2 facts, head sha256:[hash]
b.yaml is well formed, and its totals are those of its 117 items
b.yaml agrees: the first 2 facts are as they were
it is signed by qingshan, with the key [key] (line 1 of the list)
台账完好：2 条记录，根哈希 sha256:[hash]
a.yaml 符合格式，合计与 117 个事项相符
a.yaml 与台账一致：前 2 条记录未被改动
a.yaml.sig 没有核对：用 --signers 写明签名人名单
the record is sound: 2 facts, head sha256:[hash]
a.yaml is well formed, and its totals are those of its 117 items
a.yaml agrees: the first 2 facts are as they were
a.yaml.sig was not checked: name the list of signers with --signers

"#]]
    );
    let answer = home.json(&["verify", "a.yaml", "--signers", "signers"]);
    assert_eq!(answer["signed"]["school"], SCHOOL);
}

#[test]
fn a_key_is_found_beside_the_profile_or_else_among_the_users() {
    if !has_ssh_keygen() {
        return;
    }
    let home = Home::set_up();
    assert_data_eq!(
        home.refused_twice(2, &["report", "--sign", "-o", "a.yaml"]),
        str![[r#"
错误：没有可用来签名的密钥：~/home/signing-key、~/.ssh/id_ed25519 和 ssh-agent 里都没有
提示：用 `ssh-keygen -t ed25519 -f ~/home/signing-key` 新建一个，把 ~/home/signing-key.pub 交给教育局；或用 --sign 写明密钥文件
error: there is no key to sign with: none at ~/home/signing-key, at ~/.ssh/id_ed25519, or in an ssh-agent
hint: make one with `ssh-keygen -t ed25519 -f ~/home/signing-key` and give ~/home/signing-key.pub to the bureau, or name one with --sign

"#]]
    );
    fs::create_dir(home.beside("elsewhere/.ssh")).expect("a folder");
    make_key(&home.beside("elsewhere/.ssh/id_ed25519"));
    home.ok(&["report", "--sign", "-o", "user.yaml"]);
    make_key(&home.file("signing-key"));
    home.ok(&["report", "--sign", "-o", "school.yaml"]);
    list(&home, "user", &[(SCHOOL, "elsewhere/.ssh/id_ed25519")]);
    list(&home, "school", &[(SCHOOL, "home/signing-key")]);
    home.ok(&["verify", "user.yaml", "--signers", "user"]);
    home.ok(&["verify", "school.yaml", "--signers", "school"]);
    assert_eq!(
        home.run(&["verify", "user.yaml", "--signers", "school"])
            .code,
        1
    );
}

#[test]
fn a_report_that_cannot_be_signed_is_not_written() {
    if !has_ssh_keygen() {
        return;
    }
    let home = school_with_key();
    fs::write(home.beside("there.yaml.sig"), "mine").expect("written");
    fs::write(home.beside("no-key"), "nothing").expect("written");
    let before = names(&home);
    assert_data_eq!(
        home.refused_twice(2, &["report", "--sign"])
            + &home.refused_twice(2, &["report", "--sign", "--json"])
            + &home.refused_twice(2, &["report", "--sign", "nowhere", "-o", "a.yaml"])
            + &home.refused_twice(2, &["report", "--sign", "-o", "there.yaml"]),
        str![[r#"
错误：签名要放在报告文件旁边，输出到屏幕的报告不能签名
提示：用 -o 写明文件或文件夹，如 `-o .`
error: a signature lies beside a file: what goes to standard output cannot be signed
hint: name the file or folder with -o, as `-o .`
错误：签名要放在报告文件旁边，输出到屏幕的报告不能签名
提示：用 -o 写明文件或文件夹，如 `-o .`
error: a signature lies beside a file: what goes to standard output cannot be signed
hint: name the file or folder with -o, as `-o .`
错误：没有密钥 nowhere
提示：检查文件名；要新建一个，用 `ssh-keygen -t ed25519 -f nowhere`
error: there is no key nowhere
hint: check its name; `ssh-keygen -t ed25519 -f nowhere` makes a new one
错误：there.yaml.sig 已经存在
提示：换一个文件名，或加 --force 覆盖
error: there.yaml.sig is there already
hint: choose another name, or write over it with --force

"#]]
    );
    let said = home.refused_twice(2, &["report", "--sign", "no-key", "-o", "a.yaml"]);
    let ours = said
        .lines()
        .filter(|line| !line.starts_with("Couldn't") && !line.starts_with("Load"));
    assert_data_eq!(
        ours.collect::<Vec<_>>().join("\n"),
        str![[r#"
错误：ssh-keygen 没有用 no-key 签名，原因见上；报告没有写出
提示：检查口令是否正确、文件是不是密钥；只有公钥时，私钥要在 ssh-agent 里（`ssh-add`）
error: ssh-keygen did not sign with no-key and says why above; no report was written
hint: check the passphrase and that the file is a key; of a public key the private half must be in an ssh-agent (`ssh-add`)
"#]]
    );
    let mut without = home.duban();
    without.env("PATH", home.beside("elsewhere"));
    let said = without.args(["report", "--sign", "-o", "a.yaml"]).output();
    let said = home::Said::of(said.expect("the program runs"));
    assert_eq!((said.code, said.out.as_str()), (2, ""));
    assert_data_eq!(
        said.err,
        str![[r#"
错误：无法运行 ssh-keygen：没有这个文件或文件夹
提示：签名要用 OpenSSH：Debian、Ubuntu 装 openssh-client，Windows 在“可选功能”里加“OpenSSH 客户端”；报告没有写出

"#]]
    );
    assert_eq!(names(&home), before);
    home.ok(&["report", "--sign", "-o", "there.yaml", "--force"]);
    list(&home, "signers", &[(SCHOOL, "home/signing-key")]);
    home.ok(&["verify", "there.yaml", "--signers", "signers"]);
}

#[test]
fn a_report_written_over_unsigned_does_not_keep_its_old_signature() {
    if !has_ssh_keygen() {
        return;
    }
    let home = school_with_key();
    home.ok(&["report", "--sign", "-o", "a.yaml"]);
    fs::remove_file(home.beside("a.yaml")).expect("removed");
    let said = home.refused(2, &["report", "-o", "a.yaml"]);
    assert!(said.contains("a.yaml.sig"), "{said}");
    home.ok(&["report", "-o", "a.yaml", "--force"]);
    assert_eq!(names(&home), ["a.yaml"]);
}

#[test]
fn what_can_be_said_against_a_signature_is_said_by_verify() {
    if !has_ssh_keygen() {
        return;
    }
    let home = school_with_key();
    make_key(&home.beside("other-key"));
    for name in ["a.yaml", "altered.yaml", "cut.yaml"] {
        home.ok(&["report", "--sign", "-o", name]);
    }
    home.ok(&["report", "-o", "unsigned.yaml"]);
    home.ok(&["report", "--sign", "other-key", "-o", "forged.yaml"]);
    let altered = fs::read_to_string(home.beside("altered.yaml")).expect("a report");
    fs::write(
        home.beside("altered.yaml"),
        altered.replace("青山小学", "青山中学"),
    )
    .expect("written");
    let cut = fs::read_to_string(home.beside("cut.yaml.sig")).expect("a signature");
    fs::write(home.beside("cut.yaml.sig"), cut.replacen("SIG", "GIS", 1)).expect("written");
    list(&home, "signers", &[(SCHOOL, "home/signing-key")]);
    list(
        &home,
        "both",
        &[(SCHOOL, "home/signing-key"), ("beiling", "other-key")],
    );
    list(
        &home,
        "old",
        &[("qingshan valid-before=\"20220101\"", "home/signing-key")],
    );
    list(
        &home,
        "not",
        &[("qingshan namespaces=\"git\"", "home/signing-key")],
    );
    list(
        &home,
        "wrong",
        &[("qingshan namespace=\"git\"", "home/signing-key")],
    );
    let mut said = String::new();
    for (report, signers) in [
        ("unsigned.yaml", "signers"),
        ("altered.yaml", "signers"),
        ("cut.yaml", "signers"),
        ("forged.yaml", "signers"),
        ("forged.yaml", "both"),
        ("a.yaml", "old"),
        ("a.yaml", "not"),
    ] {
        said += &home.refused_twice(1, &["verify", report, "--signers", signers]);
    }
    assert_data_eq!(
        without_keys(&said),
        str![[r#"
错误：unsigned.yaml：没有签名
提示：签名文件应在报告旁边，名称是报告文件名加 .sig；请学校用 `duban report --sign` 签名
error: unsigned.yaml: there is no signature
hint: the signature should lie beside the report, with .sig after its name; `duban report --sign` makes it
错误：altered.yaml：签名与内容不符：报告或签名被改动过
提示：请学校重新发送报告和签名；传输中也可能损坏（如换行被改）
error: altered.yaml: the signature does not fit: report or signature was altered
hint: ask the school to send both files again; they may also have been damaged on the way, as by changed line ends
错误：cut.yaml：签名文件不是 SSH 签名，或已损坏
提示：请学校重新发送报告和签名；传输中也可能损坏（如换行被改）
error: cut.yaml: the signature file is no SSH signature, or damaged
hint: ask the school to send both files again; they may also have been damaged on the way, as by changed line ends
错误：forged.yaml：签名的密钥 [key] 不在签名人名单里
提示：向学校当面或电话核对密钥，属实再改名单
error: forged.yaml: the key that signed, [key], is not on the list of signers
hint: ask the school about its key, by telephone or in person, before changing the list
错误：forged.yaml：签名的密钥是 beiling 的，不是这所学校的
error: forged.yaml: the key that signed is that of beiling and not this school's
错误：a.yaml：报告生成时签名的密钥不在有效期内（至 [moment]:00 止）
提示：向学校当面或电话核对密钥，属实再改名单
error: a.yaml: the key that signed was not valid when the report was written (until [moment]:00)
hint: ask the school about its key, by telephone or in person, before changing the list
错误：a.yaml：签名人名单没有准许这个密钥用于 duban.status-report
error: a.yaml: the list of signers does not let this key sign for duban.status-report

"#]]
    );
    let said = home.refused(2, &["verify", "a.yaml", "--signers", "wrong"]);
    assert!(
        said.contains("wrong:1:10: 不认识的选项“namespace”"),
        "{said}"
    );
    home.refused(2, &["verify", "a.yaml", "--signers", "nowhere"]);
    home.refused(2, &["verify", "--signers", "signers"]);
}

/// The files that a roll-up sets aside, with the reasons.
fn set_aside(said: &str) -> String {
    let names = [".yaml：", ".json：", ".yaml: ", ".json: "];
    let lines = said.lines().map(str::trim);
    let lines = lines.filter(|line| names.iter().any(|name| line.contains(name)));
    let lines: Vec<&str> = lines.collect();
    lines.join("\n") + "\n"
}

#[test]
fn a_roll_up_with_signers_sets_aside_what_its_school_did_not_sign() {
    if !has_ssh_keygen() {
        return;
    }
    let home = school_with_key();
    make_key(&home.beside("other-key"));
    fs::create_dir(home.beside("in")).expect("a folder");
    let week = |n| format!("2022-W{n:02}");
    let report = |week: &str, to: &str, sign: &[&str]| {
        home.ok(&[&["report", "--week", week, "-o", to], sign].concat());
    };
    let (w08, w09, w10, w11) = (week(8), week(9), week(10), week(11));
    report(&w11, "in/right.yaml", &["--sign"]);
    report(&w10, "in/unsigned.yaml", &[]);
    report(&w09, "in/forged.yaml", &["--sign", "other-key"]);
    report(&w08, "in/altered.json", &["--sign"]);
    report(&w08, "in/pipe.yaml", &[]);
    fs::create_dir(home.beside("in/pipe.yaml.sig")).expect("a folder");
    let altered = fs::read_to_string(home.beside("in/altered.json")).expect("a report");
    fs::write(
        home.beside("in/altered.json"),
        altered.replace("青山小学", "青山中学"),
    )
    .expect("written");
    list(
        &home,
        "in/signers",
        &[(SCHOOL, "home/signing-key"), ("beiling", "other-key")],
    );
    let roll_up = ["rollup", "in", "--signers", "in/signers"];
    let said = set_aside(&home.ok(&roll_up)) + &set_aside(&home.ok_en(&roll_up));
    assert_data_eq!(
        said,
        str![[r#"
altered.json：签名与内容不符：报告或签名被改动过
forged.yaml：签名的密钥是 beiling 的，不是这所学校的
pipe.yaml：签名文件不是 SSH 签名，或已损坏
unsigned.yaml：没有签名
altered.json: the signature does not fit: report or signature was altered
forged.yaml: the key that signed is that of beiling and not this school's
pipe.yaml: the signature file is no SSH signature, or damaged
unsigned.yaml: there is no signature

"#]]
    );
    let all = home.json(&["rollup", "in", "--signers", "in/signers"]);
    assert_eq!(
        (&all["files"]["accepted"], &all["files"]["quarantined"]),
        (&1.into(), &4.into())
    );
    // Without a list signatures are not looked at; of two reports of a week the newest counts.
    fs::remove_file(home.beside("in/signers")).expect("removed");
    let all = home.json(&["rollup", "in"]);
    assert_eq!(
        (&all["files"]["accepted"], &all["files"]["quarantined"]),
        (&4.into(), &0.into())
    );
}

#[test]
fn a_roll_up_counts_with_signers_where_a_key_for_roll_ups_signed_it() {
    if !has_ssh_keygen() {
        return;
    }
    let home = school_with_key();
    make_key(&home.beside("district-key"));
    for folder in ["in", "city"] {
        fs::create_dir(home.beside(folder)).expect("a folder");
    }
    home.ok(&["report", "--sign", "-o", "in/right.yaml"]);
    list(
        &home,
        "signers",
        &[(SCHOOL, "home/signing-key"), ("taijiang", "district-key")],
    );
    let expressly = "taijiang namespaces=\"duban.rollup\"";
    list(
        &home,
        "city-signers",
        &[(SCHOOL, "home/signing-key"), (expressly, "district-key")],
    );
    home.ok(&[
        "rollup",
        "in",
        "--signers",
        "signers",
        "-o",
        "city/taijiang.yaml",
    ]);
    let aside = |signers: &str| {
        let said = home.ok_en(&["rollup", "city", "--signers", signers]);
        let found = said.lines().find(|line| line.contains("taijiang.yaml: "));
        found.map(|line| line.trim().to_owned())
    };
    let unsigned = "taijiang.yaml: there is no signature";
    assert_eq!(aside("city-signers").as_deref(), Some(unsigned));
    let sign_with = |key: &str| {
        let _ = fs::remove_file(home.beside("city/taijiang.yaml.sig"));
        let mut sign = Command::new("ssh-keygen");
        sign.args(["-q", "-Y", "sign", "-n", "duban.rollup", "-f"]);
        let signed = sign
            .arg(home.beside(key))
            .arg(home.beside("city/taijiang.yaml"))
            .status();
        assert!(signed.expect("ssh-keygen").success());
    };
    // A school's key could be let sign everything without a word about it.
    let not_let = "taijiang.yaml: the list of signers does not let this key sign for duban.rollup";
    sign_with("home/signing-key");
    assert_eq!(aside("city-signers").as_deref(), Some(not_let));
    sign_with("district-key");
    assert_eq!(aside("signers").as_deref(), Some(not_let));
    assert_eq!(aside("city-signers"), None);
    let until_then = "taijiang namespaces=\"duban.rollup\",valid-before=\"20200101Z\"";
    list(&home, "old-signers", &[(until_then, "district-key")]);
    let not_now = "taijiang.yaml: the key that signed is not valid at present (until [moment]:00)";
    assert_eq!(aside("old-signers").as_deref(), Some(not_now));
    let all = home.json(&["rollup", "city", "--signers", "city-signers"]);
    assert_eq!(all["files"]["accepted"], 1);
}
