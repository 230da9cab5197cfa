#include "ui/pages/hub/access_panel.h"

#include <QGridLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QVBoxLayout>

#include "ui/text/core_sentence.h"
#include "ui/text/qt_text.h"
#include "ui/theme/spacing.h"
#include "ui/theme/typography.h"
#include "ui/widgets/card.h"
#include "ui/widgets/message_bar.h"

namespace tunebench::ui {
namespace {

constexpr int kWidest = 720;

QLabel* help(const QString& text, QWidget* parent) {
    QLabel* label = makeLabel(text, TextRole::Caption, parent);
    label->setWordWrap(true);
    return label;
}

QLineEdit* fact(const QString& text, const QString& name, QWidget* parent) {
    auto* line = new QLineEdit(text, parent);
    line->setReadOnly(true);
    line->setAccessibleName(name);
    return line;
}

}  // namespace

QString tokenText(const FoundToken& token) {
    switch (token.place) {
        case TokenPlace::DesktopKeyring:
            return AccessPanel::tr("The token from the desktop's keyring is sent.");
        case TokenPlace::Variable:
            return AccessPanel::tr("The token from the variable %1 is sent.").arg(toQt(token.where));
        case TokenPlace::File:
            return AccessPanel::tr("The token from the file %1 is sent.").arg(toQt(token.where));
        case TokenPlace::None:
            break;
    }
    return AccessPanel::tr("There is no token: public repositories open, private and gated ones do not.");
}

AccessPanel::AccessPanel(HubDesk desk, QThreadPool* pool, QWidget* parent)
    : QWidget(parent),
      desk_(std::move(desk)),
      settings_(hub_settings(desk_.environment)),
      search_(this, pool),
      writing_(this, pool) {
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(12);
    for (QWidget* card : {buildToken(), buildHub()}) {
        card->setMaximumWidth(kWidest);
        column->addWidget(card);
    }
    column->addStretch(1);
}

QWidget* AccessPanel::buildHub() {
    auto* card = new Card(tr("Hub and cache"), this);
    if (!settings_) {
        card->body()->addWidget(help(
            coreSentence(settings_.error().message) + QLatin1Char(' ') + coreSentence(settings_.error().hint),
            card));
        return card;
    }
    auto* form = new QGridLayout;
    form->setHorizontalSpacing(spacing::kWide);
    form->setVerticalSpacing(spacing::kUnit);
    auto* endpoint = fact(toQt(settings_->endpoint), tr("Address of the hub"), card);
    endpoint->setObjectName(QStringLiteral("hub_endpoint"));
    form->addWidget(makeLabel(tr("Address"), TextRole::Body, card), 0, 0);
    form->addWidget(endpoint, 0, 1);
    form->addWidget(makeLabel(tr("Cache"), TextRole::Body, card), 1, 0);
    form->addWidget(fact(toQt(settings_->cache), tr("Folder of the cache"), card), 1, 1);
    card->body()->addLayout(form);
    card->body()->addWidget(help(
        tr("Set HF_ENDPOINT to use a mirror, HF_HUB_CACHE or HF_HOME to keep the cache elsewhere. All tools "
           "of Hugging Face share the cache: what they have fetched is used here, and the other way "
           "round."),
        card));
    return card;
}

QWidget* AccessPanel::buildToken() {
    auto* card = new Card(tr("Token"), this);
    place_ = makeLabel(tr("Looking for a token…"), TextRole::Body, card);
    place_->setObjectName(QStringLiteral("token_place"));
    place_->setWordWrap(true);
    card->body()->addWidget(place_);
    auto* row = new QHBoxLayout;
    row->setSpacing(spacing::kUnit);
    token_ = new QLineEdit(card);
    token_->setObjectName(QStringLiteral("token"));
    token_->setEchoMode(QLineEdit::Password);
    token_->setPlaceholderText(QStringLiteral("hf_…"));
    token_->setAccessibleName(tr("Token"));
    row->addWidget(token_, 1);
    store_ = new QPushButton(tr("Keep in the keyring"), card);
    store_->setObjectName(QStringLiteral("store_token"));
    store_->setEnabled(false);
    row->addWidget(store_);
    remove_ = new QPushButton(tr("Remove from the keyring"), card);
    remove_->setObjectName(QStringLiteral("remove_token"));
    remove_->setEnabled(false);
    row->addWidget(remove_);
    card->body()->addLayout(row);
    message_ = new MessageBar(card);
    card->body()->addWidget(message_);
    card->body()->addWidget(
        help(tr("A token with the right to read is made in the settings of your account on the hub, under "
                "“Access Tokens”. Looked for in this order: the keyring, HF_TOKEN, the file that "
                "“hf auth login” writes. It is sent to the hub's own address only."),
             card));
    connect(token_, &QLineEdit::textChanged, this,
            [this](const QString& text) { store_->setEnabled(!text.trimmed().isEmpty()); });
    connect(token_, &QLineEdit::returnPressed, store_, &QPushButton::click);
    connect(store_, &QPushButton::clicked, this, &AccessPanel::store);
    connect(remove_, &QPushButton::clicked, this, &AccessPanel::remove);
    return card;
}

void AccessPanel::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    reload();
}

void AccessPanel::reload() {
    if (!settings_)
        return;
    search_.start([settings = *settings_, environment = desk_.environment, lookUp = desk_.keyring.look_up](
                      const CancelToken&) { return find_token(settings, environment, lookUp); },
                  [this](const Result<FoundToken>& found) { onFound(found); });
}

void AccessPanel::onFound(const Result<FoundToken>& found) {
    if (!found) {
        place_->setText(tr("The token that was found cannot be used."));
        message_->showError(found.error());
        return;
    }
    place_->setText(tokenText(*found));
    remove_->setEnabled(found->place == TokenPlace::DesktopKeyring);
}

void AccessPanel::store() {
    const auto token = check_token(token_->text().toStdString(), tr("this field").toStdString());
    if (!token || !settings_) {
        message_->showError(token ? settings_.error() : token.error());
        return;
    }
    store_->setEnabled(false);
    writing_.start([store = desk_.keyring.store, endpoint = settings_->endpoint,
                    token = *token](const CancelToken&) { return store(endpoint, token); },
                   [this](const Result<void>& written) {
                       if (written)
                           token_->clear();
                       onWritten(written, tr("The keyring keeps the token."));
                   });
}

void AccessPanel::remove() {
    if (!settings_)
        return;
    remove_->setEnabled(false);
    writing_.start([remove = desk_.keyring.remove,
                    endpoint = settings_->endpoint](const CancelToken&) { return remove(endpoint); },
                   [this](const Result<void>& written) {
                       onWritten(written, tr("The keyring has no token any more."));
                   });
}

void AccessPanel::onWritten(const Result<void>& written, const QString& done) {
    if (written)
        message_->show(MessageKind::Success, done);
    else
        message_->showError(written.error());
    store_->setEnabled(!token_->text().trimmed().isEmpty());
    reload();
}

}  // namespace tunebench::ui
