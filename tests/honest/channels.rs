// expect: ok
// prints: 4950 pong echoed 3
use std::io::{Read, Write};
use std::net::{TcpListener, TcpStream};
use std::process::Command;
use std::sync::mpsc;
use std::thread;

fn main() {
    let (send, receive) = mpsc::channel();
    for part in 0..4 {
        let send = send.clone();
        thread::spawn(move || send.send((part * 25..part * 25 + 25).sum::<i32>()).unwrap());
    }
    drop(send);
    let total: i32 = receive.iter().sum();
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let server = thread::spawn(move || listener.accept().unwrap().0.write_all(b"pong").unwrap());
    let mut answer = String::new();
    TcpStream::connect(address).unwrap().read_to_string(&mut answer).unwrap();
    server.join().unwrap();
    let said = Command::new("echo").arg("echoed").output().unwrap();
    let caught = std::panic::catch_unwind(|| vec![1, 2, 3][std::hint::black_box(2)]).unwrap();
    print!("{total} {answer} {} {caught}", String::from_utf8(said.stdout).unwrap().trim());
}
