// ExampleSink: where examples go as they are made, one after the other.
#pragma once

#include "core/base/result.h"
#include "core/data/example.h"

namespace tunebench {

class ExampleSink {
public:
    virtual ~ExampleSink() = default;

    /// OutOfSpace and Io where they are written to a file.
    virtual Result<void> append(const Example& example) = 0;
};

}  // namespace tunebench
