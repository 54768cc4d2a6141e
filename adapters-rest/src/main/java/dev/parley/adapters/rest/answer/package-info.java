/** How the bodies of all surfaces get to their readers. */
package dev.parley.adapters.rest.answer;
