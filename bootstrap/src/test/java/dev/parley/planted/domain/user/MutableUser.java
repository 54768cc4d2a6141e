package dev.parley.planted.domain.user;

import dev.parley.planted.Breaks;

@Breaks({"08-domain-is-values", "08-domain-has-no-setters", "08-domain-fields-are-final"})
public class MutableUser {

    private String name = "";

    public void setName(String name) {
        this.name = name;
    }

    public String name() {
        return name;
    }
}
