/** Hashing of passwords and minting of tokens. */
package dev.parley.bootstrap.password;
