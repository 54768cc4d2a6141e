/** Looks through all data. */
package dev.parley.application.service.audit;
