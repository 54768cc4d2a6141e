/** Which parts a process is made of, and how they are put together. */
package dev.parley.bootstrap.wiring;
