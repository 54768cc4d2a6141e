/** The catalogue of problems; codes never change. */
package dev.parley.adapters.rest.v1.problem;
