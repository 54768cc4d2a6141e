/** What the core needs of its adapters for shared. */
package dev.parley.application.port.out.shared;
