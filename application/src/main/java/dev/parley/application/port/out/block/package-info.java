/** The store of blocks. */
package dev.parley.application.port.out.block;
