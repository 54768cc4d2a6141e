/** User actions for the activity log. */
package dev.parley.domain.activity;
