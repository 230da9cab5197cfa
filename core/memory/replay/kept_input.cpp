#include "core/memory/replay/kept_input.h"

#include <utility>

namespace tunebench::replay {

Sketch made_again_by(Sketch out, std::function<Sketch()> again) {
    if (out.maker)
        out.maker->again = std::move(again);
    return out;
}

bool is_made_again(const Sketch& x) {
    return x.maker && x.maker->again;
}

KeptInput::KeptInput(const Sketch& x) {
    if (is_made_again(x))
        maker_ = x.maker;
    else
        kept_ = x.detached();
}

Sketch KeptInput::again() const {
    return maker_ ? maker_->again() : kept_;
}

}  // namespace tunebench::replay
