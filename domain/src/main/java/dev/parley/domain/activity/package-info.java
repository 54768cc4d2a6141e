/** What users did, for the log store. */
package dev.parley.domain.activity;
