//! The library that the dynamic linker loads into an interpreter that is kept warm.
//!
//! It takes the place of the interpreter's `main`, starts the interpreter with the interpreter's own functions, and stops at the
//! point where it would look at the program for the first time. There it serves the slot's keeper
//! ([`runyard_sandbox::slot::zygote`]), and each fork goes on from there as if nothing had been.

mod main_function;
mod python;
mod symbol;
