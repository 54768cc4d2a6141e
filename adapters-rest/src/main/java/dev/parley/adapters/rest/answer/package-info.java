/** How the response bodies of all APIs are written. */
package dev.parley.adapters.rest.answer;
