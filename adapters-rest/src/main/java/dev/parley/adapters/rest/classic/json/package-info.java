/** What the classic API answers, and how it is written. */
package dev.parley.adapters.rest.classic.json;
