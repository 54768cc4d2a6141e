/** What the core needs of its adapters for block. */
package dev.parley.application.port.out.block;
