/** Tests of the whole service, with real HTTP, PostgreSQL and signals. */
package dev.parley.bootstrap.service;
