//! The integration tests of frise.
