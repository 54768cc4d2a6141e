/** What keeps count of what clients do. */
package dev.parley.application.port.out.limit;
