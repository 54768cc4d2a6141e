/** What the core needs of its adapters for activity. */
package dev.parley.application.port.out.activity;
