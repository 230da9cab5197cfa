// SetupEdits: the runs that the setup page described one after the other, for undo and redo. It knows no
// widgets: the page records what its form says, and shows what it is led back to.
#pragma once

#include <cstddef>
#include <deque>
#include <optional>
#include <string>

#include "core/run/run_config.h"
#include "ui/pages/setup/run_basis.h"

namespace tunebench::ui {

struct DescribedRun {
    RunConfig config = {};
    std::optional<RunBasis> basis = {};  // no value: it came from nowhere
};

class SetupEdits {
public:
    static constexpr std::size_t kMostSteps = 200;

    /// Of more than `mostSteps` steps the first are forgotten.
    explicit SetupEdits(RunConfig start, std::size_t mostSteps = kMostSteps);

    /// What is described now; false when that is no other run. Changes of the same field are one step until
    /// endField(), and none when they lead back to where they began. What was undone cannot be redone then.
    bool record(const RunConfig& config);
    /// Of the run that is described now. No step of its own.
    void setBasis(std::optional<RunBasis> basis);
    /// The next change is another step, also of the same field.
    void endField() { isInField_ = false; }

    const DescribedRun& current() const { return entries_[at_].run; }
    bool canUndo() const { return at_ > 0; }
    bool canRedo() const { return at_ + 1 < entries_.size(); }
    /// To the run before, while canUndo(). The field that changes by it, as in the run file
    /// ("method.rank", "seed"); empty when several do.
    std::string undo();
    /// The same to the run after, while canRedo().
    std::string redo();

private:
    struct Entry {
        DescribedRun run = {};
        std::string field = {};  // the only one in which it differs from the entry before
    };

    std::deque<Entry> entries_;  // never empty
    std::size_t at_ = 0;
    std::size_t mostSteps_;
    bool isInField_ = false;
};

}  // namespace tunebench::ui
