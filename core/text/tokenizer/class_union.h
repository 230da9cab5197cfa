// Character classes of regular expressions that are made of others, as expressions of one character for an
// engine that knows only unions of members.
#pragma once

#include <string>
#include <vector>

namespace tunebench {

/// What a class is the union of: members, as they stand between brackets, and classes that cannot stand
/// there.
struct ClassUnion {
    std::string members = {};
    std::vector<std::string> classes = {};

    bool empty() const { return members.empty() && classes.empty(); }
};

/// One character that all of the unions have; there is at least one, and none is empty.
std::string intersection_of(const std::vector<ClassUnion>& unions);

/// One character that is not in their intersection.
std::string complement_of(const std::vector<ClassUnion>& unions);

}  // namespace tunebench
