//! What the screen says.
