/** A simple model of Parley, independent of the code with which it is compared. */
package dev.parley.bootstrap.service.model;
