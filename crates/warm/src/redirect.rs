//! Functions of an interpreter that begin with a jump to one of ours (x86-64).

use libc::{c_int, c_void};
use std::ops::Range;

/// Bytes of the jump.
pub(crate) const JUMP: usize = 12;

/// A copy of a function's first instructions, which then goes on in the function.
pub(crate) struct Beginning {
    pub start: *const u8,
    /// How many bytes of the function it stands for.
    pub length: usize,
}

/// Lets a function begin with a jump to ours. Without effect where its code cannot be written to.
///
/// # Safety
/// `function` has at least `length` bytes, of which nobody is executing any.
pub(crate) unsafe fn begin_with_jump(function: *mut u8, length: usize, ours: *const ()) -> Option<()> {
    const PAGE: usize = 4096;
    if length < JUMP {
        return None;
    }
    // SAFETY: as the caller promises; whole pages of the program's code, which are as before afterwards.
    unsafe {
        let page = function.map_addr(|address| address & !(PAGE - 1));
        let whole = function.addr() + length - page.addr();
        let protect = |access| libc::mprotect(page.cast(), whole, access) == 0;
        if !protect(libc::PROT_READ | libc::PROT_WRITE) {
            return None;
        }
        // movabs rax, ADDRESS; jmp rax
        let mut jump = [0x48, 0xb8, 0, 0, 0, 0, 0, 0, 0, 0, 0xff, 0xe0];
        jump[2..10].copy_from_slice(&(ours as u64).to_le_bytes());
        std::ptr::copy_nonoverlapping(jump.as_ptr(), function, jump.len());
        if !protect(libc::PROT_READ | libc::PROT_EXEC) {
            // An interpreter without code cannot go on.
            runyard_sandbox::sys::process::exit_now(crate::UNSUITABLE);
        }
    }
    Some(())
}

/// Copies so many of a function's first instructions as a jump takes the place of. `None` where one of them is not known to do the
/// same in another place.
///
/// # Safety
/// `function` is one.
pub(crate) unsafe fn copy_beginning(function: *const u8) -> Option<Beginning> {
    /// More than the longest beginning, and what leads back.
    const ROOM: usize = 64;
    // SAFETY: a function has at least the bytes of the instructions before its first jump or return, which `length_of` knows
    // none of; fresh memory of the size given.
    unsafe {
        let mut length = 0;
        while length < JUMP {
            length += length_of(std::slice::from_raw_parts(function.add(length), 4))?;
        }
        // jmp [rip + 0], then the address.
        let mut code = std::slice::from_raw_parts(function, length).to_vec();
        code.extend([0xff, 0x25, 0, 0, 0, 0]);
        code.extend((function.add(length).addr() as u64).to_le_bytes());
        let access = libc::PROT_READ | libc::PROT_WRITE;
        let kind = libc::MAP_PRIVATE | libc::MAP_ANONYMOUS;
        let room = libc::mmap(std::ptr::null_mut(), ROOM, access, kind, -1, 0);
        if room == libc::MAP_FAILED || code.len() > ROOM {
            return None;
        }
        std::ptr::copy_nonoverlapping(code.as_ptr(), room.cast(), code.len());
        let start = room.cast_const().cast();
        (libc::mprotect(room, ROOM, libc::PROT_READ | libc::PROT_EXEC) == 0)
            .then_some(Beginning { start, length })
    }
}

/// Bytes of an instruction that a compiler begins functions with, and that means the same everywhere.
fn length_of(instruction: &[u8]) -> Option<usize> {
    /// Both operands are registers.
    fn registers(operands: u8) -> bool {
        operands >= 0xc0
    }
    match *instruction {
        // endbr64
        [0xf3, 0x0f, 0x1e, 0xfa] => Some(4),
        // push
        [0x50..=0x57, ..] => Some(1),
        [0x41, 0x50..=0x57, ..] => Some(2),
        // mov, test, xor between registers
        [0x48..=0x4f, 0x89 | 0x8b | 0x85 | 0x31, operands, _] if registers(operands) => Some(3),
        [0x89 | 0x8b | 0x85 | 0x31, operands, ..] if registers(operands) => Some(2),
        // sub rsp
        [0x48, 0x83, 0xec, _] => Some(4),
        [0x48, 0x81, 0xec, _] => Some(7),
        _ => None,
    }
}

/// The program's own code, and how many libraries were ever loaded.
pub(crate) fn loaded() -> Option<(Range<usize>, u64)> {
    unsafe extern "C" fn first(info: *mut libc::dl_phdr_info, _: libc::size_t, found: *mut c_void) -> c_int {
        // SAFETY: the C library gives what it says, the program itself first; `found` is ours.
        unsafe {
            let found = found.cast::<Option<(Range<usize>, u64)>>();
            let headers = std::slice::from_raw_parts((*info).dlpi_phdr, usize::from((*info).dlpi_phnum));
            let code =
                headers.iter().find(|part| part.p_type == libc::PT_LOAD && part.p_flags & libc::PF_X != 0);
            *found = code.and_then(|part| {
                let start = usize::try_from((*info).dlpi_addr.checked_add(part.p_vaddr)?).ok()?;
                Some((start..start.checked_add(usize::try_from(part.p_memsz).ok()?)?, (*info).dlpi_adds))
            });
        }
        1
    }
    let mut found = None;
    // SAFETY: the function takes what it is given, and does not keep it.
    unsafe { libc::dl_iterate_phdr(Some(first), (&raw mut found).cast()) };
    found
}

/// How many libraries were ever loaded.
pub(crate) fn libraries_loaded() -> Option<u64> {
    loaded().map(|(_, libraries)| libraries)
}
