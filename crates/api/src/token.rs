//! Anonymous tokens: an owner's id and a keyed digest of it.
//!
//! A token is 64 characters of base64url: 16 bytes of id, 32 bytes of HMAC-SHA256. It holds nothing else, so nothing
//! in it can be confused, and checking it needs no look-up.

use base64::{Engine as _, engine::general_purpose::URL_SAFE_NO_PAD};
use hmac::{Hmac, KeyInit as _, Mac as _};
use runyard_types::OwnerId;
use sha2::Sha256;
use std::{
    fmt, fs,
    io::{self, Write as _},
    os::unix::fs::OpenOptionsExt as _,
    path::{Path, PathBuf},
};
use uuid::{Builder, Uuid, Variant, Version};

/// Fewer bytes than this can be guessed sooner than a SHA-256 can be broken.
const KEY_BYTES: usize = 32;

const ID_BYTES: usize = 16;
const TOKEN_BYTES: usize = ID_BYTES + 32;

/// The key that signs tokens. Everyone who has it can be anyone.
#[derive(Clone)]
pub struct TokenKey(Hmac<Sha256>);

impl fmt::Debug for TokenKey {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("TokenKey(..)")
    }
}

/// The key cannot be used.
#[derive(Debug, thiserror::Error)]
pub enum TokenKeyError {
    /// Too short, or all bytes alike.
    #[error("use the token key: it must be at least {KEY_BYTES} random bytes")]
    Weak,
    /// The key file cannot be made.
    #[error("create the token key {}", path.display())]
    Create {
        /// Which file.
        path: PathBuf,
        /// Why not.
        #[source]
        source: io::Error,
    },
    /// The key file cannot be read.
    #[error("read the token key {}", path.display())]
    Read {
        /// Which file.
        path: PathBuf,
        /// Why not.
        #[source]
        source: io::Error,
    },
}

impl TokenKey {
    /// From at least 32 random bytes.
    ///
    /// # Errors
    /// When they are too few or all alike.
    pub fn new(bytes: &[u8]) -> Result<Self, TokenKeyError> {
        let varied = bytes.iter().any(|byte| Some(byte) != bytes.first());
        if bytes.len() < KEY_BYTES || !varied {
            return Err(TokenKeyError::Weak);
        }
        Hmac::new_from_slice(bytes).map(Self).map_err(|_| TokenKeyError::Weak)
    }

    /// The key in this file; a new random one, readable by its owner only, if there is no such file.
    ///
    /// # Errors
    /// When the file cannot be read or made, or holds too little.
    pub fn load_or_create(path: &Path) -> Result<Self, TokenKeyError> {
        let read = || fs::read(path).map_err(|source| TokenKeyError::Read { path: path.to_owned(), source });
        // create_new: two servers that start at once must agree on one key.
        let bytes = match fs::OpenOptions::new().write(true).create_new(true).mode(0o600).open(path) {
            Ok(mut file) => {
                let bytes: [u8; KEY_BYTES] = rand::random();
                let written = file.write_all(&bytes).and_then(|()| file.sync_all());
                written.map_err(|source| TokenKeyError::Create { path: path.to_owned(), source })?;
                bytes.to_vec()
            }
            Err(error) if error.kind() == io::ErrorKind::AlreadyExists => read()?,
            Err(source) => return Err(TokenKeyError::Create { path: path.to_owned(), source }),
        };
        Self::new(&bytes)
    }

    /// The token of an owner.
    pub(crate) fn sign(&self, owner: OwnerId) -> String {
        let id = owner.as_uuid().into_bytes();
        let mut token = [0_u8; TOKEN_BYTES];
        token[..ID_BYTES].copy_from_slice(&id);
        token[ID_BYTES..].copy_from_slice(&self.digest(b"token", &id));
        URL_SAFE_NO_PAD.encode(token)
    }

    /// The owner a token names, if this key signed it. Compares in constant time.
    pub(crate) fn verify(&self, token: &str) -> Option<OwnerId> {
        let bytes = URL_SAFE_NO_PAD.decode(token).ok().filter(|bytes| bytes.len() == TOKEN_BYTES)?;
        let (id, digest) = bytes.split_at(ID_BYTES);
        self.mac(b"token", id).verify_slice(digest).ok()?;
        Uuid::from_slice(id).ok().map(OwnerId::from)
    }

    /// An owner that follows from `text`: the same for the same text, and not to be guessed without the key.
    pub(crate) fn derive(&self, purpose: &[u8], text: &[u8], kind: OwnerKind) -> OwnerId {
        let mut id = [0_u8; ID_BYTES];
        id.copy_from_slice(&self.digest(purpose, text)[..ID_BYTES]);
        kind.stamp(id)
    }

    fn mac(&self, purpose: &[u8], text: &[u8]) -> Hmac<Sha256> {
        let mut mac = self.0.clone();
        mac.update(purpose);
        mac.update(&[0]);
        mac.update(text);
        mac
    }

    fn digest(&self, purpose: &[u8], text: &[u8]) -> [u8; 32] {
        self.mac(purpose, text).finalize().into_bytes().into()
    }
}

/// Whether an owner's objects can be controlled without a token. Written in the version digit of the owner's id.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum OwnerKind {
    /// Only by the owner's token.
    Token,
    /// By everyone who knows an object's id: it was made by a tool that sent no token.
    Open,
}

impl OwnerKind {
    pub(crate) fn of(owner: OwnerId) -> Self {
        match owner.as_uuid().get_version() {
            Some(Version::Custom) => Self::Open,
            _ => Self::Token,
        }
    }

    /// A new owner of this kind.
    pub(crate) fn fresh(self) -> OwnerId {
        self.stamp(Uuid::new_v4().into_bytes())
    }

    fn stamp(self, bytes: [u8; ID_BYTES]) -> OwnerId {
        let version = match self {
            Self::Token => Version::Random,
            Self::Open => Version::Custom,
        };
        Builder::from_bytes(bytes).with_variant(Variant::RFC4122).with_version(version).into_uuid().into()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn key(seed: u8) -> TokenKey {
        let mut bytes = [seed; 32];
        bytes[0] ^= 1;
        TokenKey::new(&bytes).unwrap()
    }

    #[test]
    fn only_this_key_and_no_changed_bit_is_accepted() {
        let owner = OwnerId::new();
        let token = key(1).sign(owner);
        assert_eq!(token.len(), 64);
        assert_eq!(key(1).verify(&token), Some(owner));
        assert_eq!(key(2).verify(&token), None);
        for position in 0..token.len() {
            let mut changed = token.clone().into_bytes();
            changed[position] = if changed[position] == b'A' { b'B' } else { b'A' };
            assert_eq!(key(1).verify(&String::from_utf8(changed).unwrap()), None, "{position}");
        }
        for text in ["", "x", &token[1..], &format!("{token}A"), &format!("{token}=="), "\0"] {
            assert_eq!(key(1).verify(text), None, "{text:?}");
        }
    }

    #[test]
    fn weak_keys_are_refused() {
        for weak in [&b""[..], b"secret", &[7; 64], &[1; 31]] {
            assert!(TokenKey::new(weak).is_err());
        }
    }

    #[test]
    fn the_key_file_is_made_once_and_private() {
        use std::os::unix::fs::PermissionsExt as _;
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("token.key");
        let owner = OwnerId::new();
        let token = TokenKey::load_or_create(&path).unwrap().sign(owner);
        assert_eq!(TokenKey::load_or_create(&path).unwrap().verify(&token), Some(owner));
        assert_eq!(fs::metadata(&path).unwrap().permissions().mode() & 0o777, 0o600);
        fs::write(&path, "short").unwrap();
        assert!(TokenKey::load_or_create(&path).is_err());
    }

    #[test]
    fn kinds_survive_the_token() {
        for kind in [OwnerKind::Open, OwnerKind::Token] {
            let owner = kind.fresh();
            assert_eq!(OwnerKind::of(key(1).verify(&key(1).sign(owner)).unwrap()), kind);
            assert_eq!(OwnerKind::of(key(1).derive(b"p", b"t", kind)), kind);
        }
        let derive = |text: &[u8]| key(1).derive(b"p", text, OwnerKind::Open);
        assert_eq!(derive(b"a"), derive(b"a"));
        assert_ne!(derive(b"a"), derive(b"b"));
    }
}
