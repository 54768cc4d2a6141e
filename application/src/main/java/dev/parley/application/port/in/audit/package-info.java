/** The use case to check the stored data for inconsistencies. */
package dev.parley.application.port.in.audit;
