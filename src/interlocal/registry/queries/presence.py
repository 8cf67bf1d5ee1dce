from interlocal.registry.models import Body, Person, Post, Tie


def exists(*, kind: str, key: str) -> bool:
    """Whether the record holds such a body, person, tie or post (`body/post`)."""
    if kind == "post":
        body, _, post = key.partition("/")
        return Post.objects.filter(body__slug=body, slug=post).exists()
    models: dict[str, type[Body | Person | Tie]] = {"body": Body, "person": Person, "tie": Tie}
    return kind in models and models[kind].objects.filter(slug=key).exists()
