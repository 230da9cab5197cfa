// TokenView: an example as the model reads it: token by token, with those that the loss counts on a coloured
// ground.
#pragma once

#include <QTextEdit>

#include "core/data/loader.h"

namespace tunebench::ui {

class TokenView : public QTextEdit {
    Q_OBJECT

public:
    explicit TokenView(QWidget* parent = nullptr);

    void setTokens(std::vector<PreviewToken> tokens);

    QSize sizeHint() const override { return {300, 120}; }
    QSize minimumSizeHint() const override { return {120, 72}; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void render();

    std::vector<PreviewToken> tokens_;
};

}  // namespace tunebench::ui
