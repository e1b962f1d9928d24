//! Both sides in one process.

use std::fs;
use std::path::PathBuf;
use std::sync::Arc;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::mpsc::{self, Receiver, Sender};
use std::time::Duration;

use super::{Folder, Follower, Heard, Presenter};

/// Longer than anything here takes on the slowest machine.
const PATIENCE: Duration = Duration::from_secs(60);

struct Home(PathBuf);

impl Home {
    fn new(name: &str) -> (Self, Folder) {
        let path = std::env::temp_dir().join(format!("frise-relay-{}-{name}", std::process::id()));
        let folder = Folder::at(path.clone()).unwrap();
        (Self(path), folder)
    }

    fn sockets(&self) -> usize {
        fs::read_dir(&self.0).unwrap().count()
    }
}

impl Drop for Home {
    fn drop(&mut self) {
        let _ = fs::remove_dir_all(&self.0);
    }
}

fn follow(folder: &Folder) -> (Follower, Receiver<Heard<u32>>) {
    let (sender, heard) = mpsc::channel();
    (Follower::start(folder.clone(), move |what| sender.send(what).is_ok()), heard)
}

fn lead(folder: &Folder) -> (Presenter, Receiver<String>) {
    let (sender, asked): (Sender<String>, _) = mpsc::channel();
    (Presenter::start(folder, move |what| sender.send(what).is_ok()).unwrap(), asked)
}

#[test]
fn nothing_is_lost_and_all_is_in_order() {
    let (_home, folder) = Home::new("order");
    let (lead, _asked) = lead(&folder);
    lead.tell(&0).unwrap();
    let (_follow, heard) = follow(&folder);
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(0)));
    for number in 1..=1000 {
        lead.tell(&number).unwrap();
    }
    for number in 1..=1000 {
        assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(number)));
    }
}

#[test]
fn they_find_each_other_in_either_order_and_again() {
    let (home, folder) = Home::new("either");
    let (follow, heard) = follow(&folder);
    for round in 0..3 {
        let (lead, asked) = lead(&folder);
        lead.tell(&round).unwrap();
        assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(round)));
        assert!(follow.ask(&"next"));
        assert_eq!(asked.recv_timeout(PATIENCE).as_deref(), Ok("next"));
        drop(lead);
        assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Over));
        assert_eq!(home.sockets(), 0);
    }
}

#[test]
fn what_was_left_behind_is_removed() {
    let (home, folder) = Home::new("stale");
    // A listener that ends without removing its socket, as one that is killed.
    let left = folder.next();
    drop(std::os::unix::net::UnixListener::bind(&left).unwrap());
    assert_eq!(home.sockets(), 1);
    let (lead, _asked) = lead(&folder);
    assert_eq!(home.sockets(), 1);
    lead.tell(&7).unwrap();
    let (_follow, heard) = follow(&folder);
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(7)));
}

#[test]
fn the_newest_is_followed() {
    let (_home, folder) = Home::new("newest");
    let (first, _asked) = lead(&folder);
    first.tell(&1).unwrap();
    // Names tell milliseconds apart.
    let before = folder.next();
    while folder.next() == before {
        std::thread::yield_now();
    }
    let (second, _asked) = lead(&folder);
    second.tell(&2).unwrap();
    assert!(first.is_alone() && !second.is_alone());
    let (_follow, heard) = follow(&folder);
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(2)));
    drop(second);
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Over));
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(1)));
}

/// A briefing can end between a follower's knock and its first word.
#[test]
fn who_told_nothing_is_not_over() {
    let (_home, folder) = Home::new("nothing");
    let door = folder.next();
    let listener = std::os::unix::net::UnixListener::bind(&door).unwrap();
    let (_follow, heard) = follow(&folder);
    let knock = listener.accept().unwrap();
    fs::remove_file(&door).unwrap();
    drop((listener, knock));
    let (lead, _asked) = lead(&folder);
    lead.tell(&7).unwrap();
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(7)));
}

#[test]
fn a_talk_that_ends_is_not_found_again() {
    let (_home, folder) = Home::new("again");
    let (_follow, heard) = follow(&folder);
    for round in 0..200 {
        let (lead, _asked) = lead(&folder);
        lead.tell(&round).unwrap();
        assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(round)));
        drop(lead);
        assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Over));
    }
}

#[test]
fn the_socket_is_the_users_alone() {
    use std::os::unix::fs::PermissionsExt;
    let (home, folder) = Home::new("mode");
    let (_lead, _asked) = lead(&folder);
    let socket = fs::read_dir(&home.0).unwrap().next().unwrap().unwrap();
    assert_eq!(socket.metadata().unwrap().permissions().mode() & 0o777, 0o600);
}

/// Says `line` to whoever comes, until it is dropped.
fn impostor(folder: &Folder, line: &'static str) -> PathBuf {
    let door = folder.next();
    let listener = std::os::unix::net::UnixListener::bind(&door).unwrap();
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            let mut stream = stream.unwrap();
            let _ = std::io::Write::write_all(&mut stream, line.as_bytes());
            std::mem::forget(stream);
        }
    });
    door
}

#[test]
fn another_version_is_told_from_this_one() {
    let (_home, folder) = Home::new("version");
    let door = impostor(&folder, "{\"number\":1}\n");
    let (_follow, heard) = follow(&folder);
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::OtherVersion));
    fs::remove_file(door).unwrap();
    let (presenter, _asked) = lead(&folder);
    presenter.tell(&7).unwrap();
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(7)));
}

/// Others are found behind one that does not answer.
#[test]
fn who_does_not_answer_keeps_nobody() {
    let (_home, folder) = Home::new("silent");
    let (presenter, _asked) = lead(&folder);
    presenter.tell(&7).unwrap();
    let silent = folder.path().join("99999999999999-0.sock");
    let _listener = std::os::unix::net::UnixListener::bind(silent).unwrap();
    let (_follow, heard) = follow(&folder);
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(7)));
}

#[test]
fn who_hangs_up_at_once_is_called_ever_less_often() {
    let (_home, folder) = Home::new("hangs-up");
    let listener = std::os::unix::net::UnixListener::bind(folder.next()).unwrap();
    let (_follow, _heard) = follow(&folder);
    let calls = Arc::new(AtomicUsize::new(0));
    let counted = Arc::clone(&calls);
    std::thread::spawn(move || {
        for stream in listener.incoming() {
            drop(stream);
            counted.fetch_add(1, Ordering::Relaxed);
        }
    });
    std::thread::sleep(Duration::from_secs(1));
    assert!((1..=8).contains(&calls.load(Ordering::Relaxed)), "{calls:?}");
}

/// Whatever is sent without an end, and however many come, the briefing goes on for those who listen.
#[test]
fn floods_drown_nobody() {
    use std::io::{Read, Write};
    let (_home, folder) = Home::new("flood");
    let (presenter, asked) = lead(&folder);
    presenter.tell(&1).unwrap();
    let (follower, heard) = follow(&folder);
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(1)));
    let socket = folder.sockets().unwrap().remove(0);
    let mut flood = std::os::unix::net::UnixStream::connect(&socket).unwrap();
    // No more than one line of it is kept, and nothing is heard of it.
    assert!(flood.write_all(&vec![b'q'; 10 << 20]).is_err());
    let crowd: Vec<_> = (0..200).map(|_| std::os::unix::net::UnixStream::connect(&socket).unwrap()).collect();
    let mut greeting = [0; 5];
    let mut is_welcome =
        |mut stream: &std::os::unix::net::UnixStream| stream.read_exact(&mut greeting).is_ok();
    let welcome = crowd.iter().filter(|stream| is_welcome(stream)).count();
    assert!(welcome < 40, "{welcome}");
    assert!(follower.ask(&"next"));
    assert_eq!(asked.recv_timeout(PATIENCE).as_deref(), Ok("next"));
    presenter.tell(&2).unwrap();
    assert_eq!(heard.recv_timeout(PATIENCE), Ok(Heard::Told(2)));
}
