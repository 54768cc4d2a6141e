/** Full scans of the state store for the data check. */
package dev.parley.application.port.out.audit;
