#include "core/engine/ops/recompute.h"

#include "core/engine/memory/memory_use.h"
#include "core/engine/tensor.h"

namespace tunebench {
namespace {

using torch::autograd::AutogradContext;
using torch::autograd::variable_list;
using Block = std::function<variable_list(const at::Tensor&)>;

/// Carries the function through the autograd graph.
struct BlockHolder : torch::CustomClassHolder {
    explicit BlockHolder(Block function) : block(std::move(function)) {}
    Block block;
};

class Recompute : public torch::autograd::Function<Recompute> {
public:
    // `anchor` requires a gradient, so that the node is recorded also when x itself does not.
    static variable_list forward(AutogradContext* context, const at::Tensor& x, const at::Tensor& /*anchor*/,
                                 const Block& block) {
        context->save_for_backward({x});
        context->saved_data["block"] = c10::IValue::make_capsule(c10::make_intrusive<BlockHolder>(block));
        return block(x);
    }

    static variable_list backward(AutogradContext* context, variable_list gradients) {
        const auto holder = context->saved_data["block"].toCapsule();
        const auto& block = static_cast<BlockHolder&>(*holder).block;
        const at::AutoGradMode record(true);
        auto x = context->get_saved_variables()[0].detach();
        x.set_requires_grad(context->needs_input_grad(0));
        variable_list out, of_out;
        const auto all = [&] {
            const MeteredAs activations(MemoryUse::Activations);
            return block(x);
        }();
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!all[i].requires_grad())
                continue;
            out.push_back(all[i]);
            of_out.push_back(gradients[i]);
        }
        torch::autograd::backward(out, of_out);
        return {x.grad(), at::Tensor(), at::Tensor()};
    }
};

}  // namespace

variable_list recomputed(const Block& function, const at::Tensor& x) {
    if (!at::GradMode::is_enabled())
        return function(x);
    const auto anchor = at::empty({0}, x.options()).set_requires_grad(true);
    return Recompute::apply(x, anchor, function);
}

}  // namespace tunebench
