/** What the core needs to look through all data. */
package dev.parley.application.port.out.audit;
