/** The seed's own answers, replayed against any running Parley (also by bootstrap's tests). */
package dev.parley.adapters.rest.golden;
