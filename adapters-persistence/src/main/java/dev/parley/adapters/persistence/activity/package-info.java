/** Activities that wait for the log store, and who carries them there. */
package dev.parley.adapters.persistence.activity;
